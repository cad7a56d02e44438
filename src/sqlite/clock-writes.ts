import { sameRound } from '../game/round/round.ts';
import type { Store } from '../ports/store.ts';
import type { Table } from './table.ts';

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
export function createClockWrites({ patch, lifetime }: Table): Pick<Store, Writes> {
  return {
    async changeRoster(sessionId) {
      patch(sessionId, ({ rosterVersion = 0 }) => ({ rosterVersion: rosterVersion + 1 }));
    },

    beginCountdown: async ({ sessionId, ...of }, revealAt) =>
      patch(sessionId, (session) => {
        const runs = session.status === 'voting' && sameRound(session, of);
        const isSame = session.rosterVersion === of.rosterVersion;
        return runs && isSame && session.revealAt === undefined ? { revealAt } : undefined;
      }),

    async stopClock({ sessionId, ...read }, clock) {
      if (read[clock] === undefined) return false;
      return patch(sessionId, (session) =>
        session[clock] === read[clock] ? { [clock]: undefined } : undefined,
      );
    },

    async markScheduled(sessionId, scheduledFor) {
      patch(sessionId, () => ({ published: { scheduledFor } }));
    },

    async markLook(sessionId, looksAt) {
      patch(sessionId, () => ({ published: { looksAt } }));
    },

    async markWarned(sessionId, warned) {
      patch(sessionId, () => ({ published: { warned } }));
    },

    async putOff(session, touchedAt) {
      const later = lifetime(session, touchedAt);
      if (later.expiresAt <= session.expiresAt) return false;
      return patch(session.sessionId, ({ expirationTime }) =>
        expirationTime === session.expirationTime ? later : undefined,
      );
    },

    async markAnnounced(sessionId, announced) {
      patch(sessionId, () => ({ published: { announced } }));
    },

    async markArchived(sessionId, archived) {
      patch(sessionId, () => ({ published: { archived } }));
    },

    async markListed(sessionId, listed) {
      patch(sessionId, () => ({ published: { listed } }));
    },

    keepAnswer: async (sessionId, answer) =>
      patch(sessionId, ({ message: { answer: before } }) =>
        (before?.clickedAt ?? '') > (answer.clickedAt ?? '') ? undefined : { message: { answer } },
      ),
  };
}
