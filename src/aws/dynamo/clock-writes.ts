import type { Store } from '../../ports/store.ts';
import { CONDITIONAL, type Table } from './table.ts';

type Writes =
  | 'changeRoster'
  | 'beginCountdown'
  | 'stopClock'
  | 'markScheduled'
  | 'markLook'
  | 'markWarned'
  | 'putOff'
  | 'markAnnounced'
  | 'markArchived'
  | 'markListed'
  | 'keepAnswer';

/** What the publisher does as time passes, and what it remembers to have done. */
export function createClockWrites({ change, alive, lifetime }: Table): Pick<Store, Writes> {
  return {
    async changeRoster(sessionId) {
      await change(sessionId).add({ rosterVersion: 1 }).where(alive).go(CONDITIONAL);
    },

    async beginCountdown({ sessionId, story, round, rosterVersion: roster }, revealAt) {
      const write = await change(sessionId)
        .set({ revealAt })
        .where(alive)
        .where((stored, { eq, notExists }) =>
          [
            eq(stored.status, 'voting'),
            eq(stored.story, story),
            eq(stored.round, round),
            notExists(stored.revealAt),
            roster === undefined ? notExists(stored.rosterVersion) : eq(stored.rosterVersion, roster),
          ].join(' AND '),
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async stopClock({ sessionId, ...session }, clock) {
      const at = session[clock];
      if (at === undefined) return false;
      const write = await change(sessionId)
        .remove([clock])
        .where(alive)
        .where((stored, { eq }) => eq(stored[clock], at))
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async markScheduled(sessionId, deadlineAt) {
      await change(sessionId).set({ scheduledFor: deadlineAt }).where(alive).go(CONDITIONAL);
    },

    async markLook(sessionId, looksAt) {
      await change(sessionId).set({ looksAt }).where(alive).go(CONDITIONAL);
    },

    async markWarned(sessionId, warned) {
      await change(sessionId).set({ warned }).where(alive).go(CONDITIONAL);
    },

    async putOff(session, touchedAt) {
      const later = lifetime(session, touchedAt);
      if (later.expiresAt <= session.expiresAt) return false;
      const write = await change(session.sessionId)
        .set(later)
        .where(alive)
        .where((stored, { eq }) => eq(stored.expirationTime, session.expirationTime))
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async markAnnounced(sessionId, announced) {
      await change(sessionId).set({ announced }).where(alive).go(CONDITIONAL);
    },

    async markArchived(sessionId, archived) {
      await change(sessionId).set({ archived }).where(alive).go(CONDITIONAL);
    },

    async markListed(sessionId, listed) {
      await change(sessionId).set({ listed }).where(alive).go(CONDITIONAL);
    },

    async keepAnswer(sessionId, answer) {
      const { clickedAt = '' } = answer;
      const write = await change(sessionId)
        .set({ answer, answerOf: clickedAt })
        .where(alive)
        .where(
          ({ answerOf }, { lte, notExists }) => `(${notExists(answerOf)} OR ${lte(answerOf, clickedAt)})`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },
  };
}
