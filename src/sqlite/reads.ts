import type { Store } from '../ports/store.ts';
import { KEYS, type Table } from './table.ts';

type Reads =
  | 'session'
  | 'stories'
  | 'story'
  | 'participants'
  | 'participant'
  | 'slots'
  | 'slot'
  | 'results'
  | 'result'
  | 'reasons';

export function createReads({ items }: Table): Pick<Store, Reads> {
  return {
    session: async (sessionId) => items.get(KEYS.session(sessionId)),
    stories: async (sessionId) => items.list(KEYS.story(sessionId)),
    story: async (sessionId, story) => items.get(KEYS.story(sessionId, story)),
    participants: async (sessionId) => items.list(KEYS.participant(sessionId)),
    participant: async (sessionId, userId) => items.get(KEYS.participant(sessionId, userId)),
    slots: async (sessionId, of) => items.list(KEYS.slot(sessionId, of)),
    slot: async (sessionId, of, userId) => items.get(KEYS.slot(sessionId, of, userId)),
    results: async (sessionId, story) => items.list(KEYS.results(sessionId, story)),
    result: async (sessionId, of) => items.get(KEYS.result(sessionId, of)),
    reasons: async (sessionId, of) => items.list(KEYS.reason(sessionId, of)),
  };
}
