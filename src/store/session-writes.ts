import { roundKey } from '../session/session.ts';
import { toItem } from './items.ts';
import type { Store } from './store.ts';
import { CONDITIONAL, type Table } from './table.ts';

type Writes = 'createSession' | 'putStories' | 'commit' | 'markFrozen' | 'markWatched';

/** What the creator does: one session item, changed on condition of its version. */
export function createSessionWrites(table: Table): Pick<Store, Writes> {
  const { db, change, alive, owned, sessionExpiry } = table;
  return {
    async createSession(session, stories) {
      await this.putStories(session, stories);
      await db.session.create({ ...toItem(session), expirationTime: sessionExpiry() }).go();
    },

    async putStories(session, stories) {
      await Promise.all(
        stories.map(({ number, title }) => db.story.put({ ...owned(session), story: number, title }).go()),
      );
    },

    async commit(session, { freeze, forgetHostName, order, skipped, estimates, ...changes }, action) {
      let patch = change(session.sessionId).set({
        ...changes,
        ...(order && { order: [...order] }),
        ...(skipped && { skipped: [...skipped] }),
        ...(estimates && { estimates: [...estimates] }),
        version: session.version + 1,
        lastAction: action,
        expirationTime: sessionExpiry(),
      });
      if (freeze) patch = patch.add({ unfrozen: [roundKey(freeze)] });
      if (forgetHostName) patch = patch.remove(['hostName']);
      const write = await patch
        .where(alive)
        .where(({ version }, { eq }) => eq(version, session.version))
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async markFrozen(sessionId, key) {
      await change(sessionId)
        .delete({ unfrozen: [key] })
        .where(alive)
        .go(CONDITIONAL);
    },

    async markWatched(sessionId) {
      await change(sessionId).set({ watched: true }).where(alive).go(CONDITIONAL);
    },
  };
}
