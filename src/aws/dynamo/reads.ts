import type { Store } from '../../ports/store.ts';
import { toParticipant, toReason, toResult, toSession, toSlot, toStory } from './items.ts';
import type { Table } from './table.ts';

const CONSISTENT = { consistent: true } as const;
const ALL = { consistent: true, pages: 'all' } as const;

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

/** Reading, always strongly consistent. */
export function createReads({ db, isKept }: Table): Pick<Store, Reads> {
  return {
    async session(sessionId) {
      const { data } = await db.session.get({ sessionId }).go(CONSISTENT);
      return data && isKept(data) ? toSession(data) : undefined;
    },

    async stories(sessionId) {
      const { data } = await db.story.query.primary({ sessionId }).go(ALL);
      return data.filter(isKept).map(toStory);
    },

    async story(sessionId, story) {
      const { data } = await db.story.get({ sessionId, story }).go(CONSISTENT);
      return data && isKept(data) ? toStory(data) : undefined;
    },

    async participants(sessionId) {
      const { data } = await db.participant.query.primary({ sessionId }).go(ALL);
      return data.filter(isKept).map(toParticipant);
    },

    async participant(sessionId, userId) {
      const { data } = await db.participant.get({ sessionId, userId }).go(CONSISTENT);
      return data && isKept(data) ? toParticipant(data) : undefined;
    },

    async slots(sessionId, { story, round }) {
      const { data } = await db.vote.query.primary({ sessionId, story, round }).go(ALL);
      return data.filter(isKept).map(toSlot);
    },

    async slot(sessionId, { story, round }, userId) {
      const { data } = await db.vote.get({ sessionId, story, round, userId }).go(CONSISTENT);
      return data && isKept(data) ? toSlot(data) : undefined;
    },

    async results(sessionId, story) {
      const of = story === undefined ? { sessionId } : { sessionId, story };
      const { data } = await db.result.query.primary(of).go(ALL);
      return data.filter(isKept).map(toResult);
    },

    async result(sessionId, { story, round }) {
      const { data } = await db.result.get({ sessionId, story, round }).go(CONSISTENT);
      return data && isKept(data) ? toResult(data) : undefined;
    },

    async reasons(sessionId, { story, round }) {
      const { data } = await db.reason.query.primary({ sessionId, story, round }).go(ALL);
      return data.filter(isKept).map(toReason);
    },
  };
}
