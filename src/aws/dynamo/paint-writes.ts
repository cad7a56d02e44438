import { isOver } from '../../game/session.ts';
import type { Store } from '../../ports/store.ts';
import { CONDITIONAL, type Table } from './table.ts';

type Writes = 'beginPaint' | 'endPaint' | 'markTrouble' | 'detach' | 'attach';

/** What the publisher remembers of the message it paints. */
export function createPaintWrites({ change, alive, lifetime }: Table): Pick<Store, Writes> {
  return {
    async beginPaint({ sessionId, published }, { at, streak, answer, trouble }) {
      const { number } = published.paint;
      const write = await change(sessionId)
        .set({
          paint: number + 1,
          painting: true,
          paintedAt: at,
          paintStreak: streak,
          ...(answer && { answer }),
          ...(trouble && { trouble }),
        })
        .remove(['shownHash'])
        .where(alive)
        .where(({ paint }, { eq }) => eq(paint, number))
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async endPaint(session, number, { hash, phase, againAt, trouble }) {
      let patch = change(session.sessionId).set({
        painting: false,
        ...lifetime(session),
        ...(hash && { shownHash: hash }),
        ...(phase && { shownPhase: phase }),
        ...(againAt && { paintAgainAt: againAt }),
        ...(trouble && { trouble }),
      });
      if (!againAt) patch = patch.remove(['paintAgainAt']);
      if (!trouble) patch = patch.remove(['trouble']);
      if (hash) patch = patch.remove(['farewell']);
      if (isOver(session) && !session.message.unattended) patch = patch.remove(['answer']);
      const write = await patch
        .where(alive)
        .where(({ paint }, { eq }) => eq(paint, number))
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async markTrouble(sessionId, number, trouble) {
      const write = await change(sessionId)
        .set({ trouble })
        .where(alive)
        .where(({ paint }, { eq }) => eq(paint, number))
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async detach(sessionId, reason) {
      const write = await change(sessionId)
        .set({ detached: reason, farewell: reason })
        .where(alive)
        .where(({ detached }, { notExists }) => notExists(detached))
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async attach(sessionId) {
      await change(sessionId).remove(['detached', 'shownHash']).where(alive).go(CONDITIONAL);
    },
  };
}
