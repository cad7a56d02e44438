import type { Store } from '../../ports/store.ts';
import { toSlot } from './items.ts';
import { CONDITIONAL, type Table } from './table.ts';

type Writes = 'writeSlot' | 'undoSlot' | 'writeParticipant' | 'writeReason' | 'createResult';

/** What people do: each writes an item of their own. */
export function createParticipationWrites({ db, owned }: Table): Pick<Store, Writes> {
  return {
    async writeSlot(sessionId, slot, { sameMessage } = { sameMessage: false }) {
      const { at, teamId, channelId, messageTs } = slot;
      const write = await db.vote
        .put({ ...slot, ...owned({ sessionId, teamId }) })
        .where((stored, { notExists, lt, eq }) => {
          const older = `${lt(stored.at, at)} AND ${eq(stored.teamId, teamId)} AND ${eq(stored.channelId, channelId)}`;
          const here = sameMessage ? ` AND ${eq(stored.messageTs, messageTs)}` : '';
          return `${notExists(stored.at)} OR (${older}${here})`;
        })
        .go({ ...CONDITIONAL, response: 'all_old' });
      if (write.rejected) return { written: false };
      const before = write.data as Parameters<typeof toSlot>[0] | null;
      return before ? { written: true, before: toSlot(before) } : { written: true };
    },

    async undoSlot(sessionId, slot, before) {
      const { story, round, userId } = slot;
      if (before) {
        await db.vote
          .put({ ...before, ...owned({ sessionId, teamId: before.teamId }) })
          .where(({ at }, { eq }) => eq(at, slot.at))
          .go(CONDITIONAL);
      } else {
        await db.vote
          .delete({ sessionId, story, round, userId })
          .where(({ at }, { eq }) => eq(at, slot.at))
          .go(CONDITIONAL);
      }
    },

    async writeParticipant(session, participant) {
      const write = await db.participant
        .put({ ...participant, ...owned(session) })
        .where(({ at }, { notExists, lt }) => `${notExists(at)} OR ${lt(at, participant.at)}`)
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async writeReason(session, reason) {
      const write = await db.reason
        .put({ ...reason, ...owned(session) })
        .where(({ at }, { notExists, lt }) => `${notExists(at)} OR ${lt(at, reason.at)}`)
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async createResult(session, result) {
      const write = await db.result.create({ ...owned(session), ...result }).go(CONDITIONAL);
      return !write.rejected;
    },
  };
}
