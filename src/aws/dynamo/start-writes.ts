import { START_TTL } from '../../ports/retention.ts';
import type { Start, Store } from '../../ports/store.ts';
import { epochSeconds } from '../../time.ts';
import { CONDITIONAL, type Table } from './table.ts';

/** Who is starting what: of the same start within half a minute, one session comes. */
export function createStartWrites({ db, now, seconds }: Table): Pick<Store, 'claimStart' | 'releaseStart'> {
  return {
    async claimStart(start, sessionId) {
      const claim = { ...keyOf(start), sessionId, expirationTime: epochSeconds(now(), START_TTL) };
      const write = await db.start
        .put(claim)
        .where((stored, { notExists, lte, eq }) => {
          const isOver = lte(stored.expirationTime, seconds());
          return `${notExists(stored.sessionId)} OR ${isOver} OR ${eq(stored.sessionId, sessionId)}`;
        })
        .go(CONDITIONAL);
      if (!write.rejected) return sessionId;
      const { data } = await db.start.get(keyOf(start)).go({ consistent: true });
      // Given back just now: it is free.
      return data?.sessionId ?? this.claimStart(start, sessionId);
    },

    async releaseStart(start, sessionId) {
      await db.start
        .delete(keyOf(start))
        .where((stored, { eq }) => eq(stored.sessionId, sessionId))
        .go(CONDITIONAL);
    },
  };
}

const keyOf = ({ teamId, channelId, userId, wish }: Start) => ({ teamId, channelId, userId, wish });
