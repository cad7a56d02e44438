import { afterChanges, type Changes } from '../game/changes.ts';
import { roundKey } from '../game/round/round.ts';
import type { Session } from '../game/session.ts';
import type { Story } from '../game/story/story.ts';
import type { Store } from '../ports/store.ts';
import { KEYS, type Table } from './table.ts';

type Writes = 'createSession' | 'putStories' | 'commit' | 'markFrozen' | 'markWatched';

/** What the creator does: one session item, changed on condition of its version. */
export function createSessionWrites(table: Table): Pick<Store, Writes> {
  const { items, transaction, putSession, patch, owned, lifetime } = table;
  const put = (sessionId: string, stories: readonly Story[]) => {
    for (const story of stories) items.put(KEYS.story(sessionId, story.number), story, owned(sessionId));
  };
  return {
    createSession: async (session, stories) =>
      transaction(() => {
        const { sessionId, creatorId, createdAt } = session;
        const there = items.get<Session>(KEYS.session(sessionId));
        if (there?.creatorId === creatorId && there.createdAt === createdAt) return;
        if (there) throw new Error(`session ${sessionId}: its id is taken`);
        put(sessionId, stories);
        putSession({ ...session, ...lifetime(session) });
      }),

    putStories: async ({ sessionId }, stories) => transaction(() => put(sessionId, stories)),

    commit: async (read, { freeze, ...changes }, action) =>
      patch(read.sessionId, ({ version, unfrozen }) => {
        if (version !== read.version) return undefined;
        return {
          ...withoutNull(changes),
          version: version + 1,
          lastAction: action,
          ...lifetime(afterChanges(read, changes)),
          ...(freeze && { unfrozen: [...new Set([...unfrozen, roundKey(freeze)])] }),
        };
      }),

    async markFrozen(sessionId, key) {
      patch(sessionId, ({ unfrozen }) => ({ unfrozen: unfrozen.filter((other) => other !== key) }));
    },

    async markWatched(sessionId) {
      patch(sessionId, () => ({ watched: true }));
    },
  };
}

type Applied = { [K in keyof Changes]: Exclude<Changes[K], null> | undefined };

/** What a change takes away is `undefined`; what it leaves alone is absent. */
function withoutNull(changes: Omit<Changes, 'freeze'>): Omit<Applied, 'freeze'> {
  const told = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told.map(([name, value]) => [name, value ?? undefined]));
}
