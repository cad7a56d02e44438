import { afterChanges, type Changes } from '../../game/changes.ts';
import { defined } from '../../game/defined.ts';
import { roundKey } from '../../game/round/round.ts';
import type { Store } from '../../ports/store.ts';
import { toItem } from './items.ts';
import { CONDITIONAL, type Table } from './table.ts';

type Writes = 'createSession' | 'putStories' | 'commit' | 'markFrozen' | 'markWatched';

/** What the creator does: one session item, changed on condition of its version. */
export function createSessionWrites(table: Table): Pick<Store, Writes> {
  const { db, change, alive, owned, lifetime } = table;
  return {
    async createSession(session, stories) {
      await this.putStories(session, stories);
      const write = await db.session.create({ ...toItem(session), ...lifetime(session) }).go(CONDITIONAL);
      if (!write.rejected) return;
      // It may be there from our own write, whose answer was lost.
      const { sessionId, creatorId, createdAt } = session;
      const { data } = await db.session.get({ sessionId }).go({ consistent: true });
      const isOwn = data?.creatorId === creatorId && data.createdAt === createdAt;
      if (!isOwn) throw new Error(`session ${sessionId}: its id is taken`);
    },

    async putStories(session, stories) {
      await Promise.all(
        stories.map(({ number, ...story }) =>
          db.story.put({ ...owned(session), story: number, ...story }).go(),
        ),
      );
    },

    async commit(session, { freeze, ...changes }, action) {
      const { teamId, version } = session;
      let patch = change(session.sessionId).set({
        ...toSet(changes),
        version: version + 1,
        lastAction: action,
        ...lifetime(afterChanges(session, changes)),
      });
      const gone = REMOVABLE.filter((name) => changes[name] === null);
      if (gone.length > 0) patch = patch.remove(gone);
      if (freeze) patch = patch.add({ unfrozen: [roundKey(freeze)] });
      // Their sessions are found by their creators: the index's key is made of both.
      if (changes.creatorId) patch = patch.composite({ teamId });
      const write = await patch
        .where(alive)
        .where((stored, { eq }) => eq(stored.version, version))
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

/** What a change may take away. */
const REMOVABLE = ['hostName', 'revealAt', 'deadlineAt'] as const;

/** What a change sets. */
function toSet({ hostName: _, revealAt: __, deadlineAt, ...same }: Omit<Changes, 'freeze'>) {
  return defined({ ...same, deadlineAt: deadlineAt ?? undefined });
}
