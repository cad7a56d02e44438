import { MOVE_TAKES_AT_MOST } from '../../ports/retention.ts';
import type { Store } from '../../ports/store.ts';
import { CONDITIONAL, type Table } from './table.ts';

type Writes = 'bindMessage' | 'leaveUnattended' | 'beginMove' | 'abandonMove' | 'markRetired';

/** Which message in the channel is the session's. */
export function createMessageWrites({ change, alive, now }: Table): Pick<Store, Writes> {
  return {
    async bindMessage({ sessionId, message }, ts, shown = {}) {
      const former = message.ts;
      // A new paint number: an update of the former message that is still under way must not be remembered.
      let patch = change(sessionId)
        .set({ messageTs: ts, ...(shown.hash && { shownHash: shown.hash, shownPhase: shown.phase }) })
        .add({ paint: 1 })
        .remove([
          'movingSince',
          ...(shown.hash ? [] : (['shownHash'] as const)),
          ...(shown.attended ? (['unattended', 'answer'] as const) : []),
        ]);
      if (former !== undefined) patch = patch.add({ formerMessages: [former], retiring: [former] });
      const write = await patch
        .where(alive)
        .where(({ messageTs }, { eq, notExists }) =>
          former === undefined ? notExists(messageTs) : eq(messageTs, former),
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async leaveUnattended({ deadlineAt: _, timeLimit: __, ...session }) {
      const options = { ...session.options, autoReveal: false };
      await change(session.sessionId)
        .set({ unattended: true, options })
        .remove(['deadlineAt', 'timeLimit'])
        .where(alive)
        .go(CONDITIONAL);
      return { ...session, options, message: { ...session.message, unattended: true } };
    },

    async beginMove({ sessionId, message }) {
      const current = message.ts;
      if (current === undefined) return false;
      const stale = now() - MOVE_TAKES_AT_MOST;
      const write = await change(sessionId)
        .set({ movingSince: now() })
        .where(alive)
        .where(({ messageTs }, { eq }) => eq(messageTs, current))
        .where(
          ({ movingSince }, { lt, notExists }) => `(${notExists(movingSince)} OR ${lt(movingSince, stale)})`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async abandonMove(sessionId) {
      await change(sessionId).remove(['movingSince']).where(alive).go(CONDITIONAL);
    },

    async markRetired(sessionId, messageTs) {
      await change(sessionId)
        .delete({ retiring: [messageTs] })
        .where(alive)
        .go(CONDITIONAL);
    },
  };
}
