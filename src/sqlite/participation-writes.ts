import type { Slot } from '../game/round/vote.ts';
import type { Store } from '../ports/store.ts';
import type { Key } from './items.ts';
import { KEYS, personOf, type Table } from './table.ts';

type Writes = 'writeSlot' | 'undoSlot' | 'writeParticipant' | 'writeReason' | 'createResult';

/** What people do: each writes an item of their own. */
export function createParticipationWrites({ items, transaction, owned }: Table): Pick<Store, Writes> {
  /** Unless what is there is as new. */
  const putNewer = (key: Key, value: { at: string }, how: ReturnType<typeof owned> & { person?: string }) =>
    transaction(() => {
      const before = items.get<{ at: string }>(key);
      if (before && before.at >= value.at) return false;
      items.put(key, value, how);
      return true;
    });

  return {
    writeSlot: async (sessionId, slot, { sameMessage } = { sameMessage: false }) =>
      transaction(() => {
        const key = KEYS.slot(sessionId, slot, slot.userId);
        const before = items.get<Slot>(key);
        if (before && !replaces(slot, before, sameMessage)) return { written: false };
        items.put(key, slot, owned(sessionId));
        return before ? { written: true, before } : { written: true };
      }),

    undoSlot: async (sessionId, slot, before) =>
      transaction(() => {
        const key = KEYS.slot(sessionId, slot, slot.userId);
        if (items.get<Slot>(key)?.at !== slot.at) return;
        if (before) items.put(key, before, owned(sessionId));
        else items.remove(key);
      }),

    async writeParticipant({ sessionId, teamId }, participant) {
      const person = personOf(teamId, participant.userId);
      const key = KEYS.participant(sessionId, participant.userId);
      return putNewer(key, participant, { ...owned(sessionId), person });
    },

    writeReason: async ({ sessionId }, reason) =>
      putNewer(KEYS.reason(sessionId, reason, reason.userId), reason, owned(sessionId)),

    createResult: async ({ sessionId }, result) =>
      transaction(() => {
        const key = KEYS.result(sessionId, result);
        if (items.get(key)) return false;
        items.put(key, result, owned(sessionId));
        return true;
      }),
  };
}

function replaces(slot: Slot, before: Slot, sameMessage: boolean): boolean {
  const isFromHere = before.teamId === slot.teamId && before.channelId === slot.channelId;
  return before.at < slot.at && isFromHere && (!sameMessage || before.messageTs === slot.messageTs);
}
