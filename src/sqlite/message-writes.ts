import { MOVE_TAKES_AT_MOST } from '../ports/retention.ts';
import type { Store } from '../ports/store.ts';
import { type Table, withoutHash } from './table.ts';

type Writes = 'bindMessage' | 'leaveUnattended' | 'beginMove' | 'abandonMove' | 'markRetired';

/** Which message in the channel is the session's. */
export function createMessageWrites({ patch, now }: Table): Pick<Store, Writes> {
  return {
    bindMessage: async ({ sessionId, message: { ts: before } }, ts, shown = {}) =>
      patch(sessionId, ({ message: { ts: bound, former, retiring }, published: { paint } }) => {
        if (bound !== before) return undefined;
        const known = shown.hash ? { hash: shown.hash, ...(shown.phase && { phase: shown.phase }) } : {};
        return {
          message: {
            ts,
            movingSince: undefined,
            ...(shown.attended && { unattended: undefined, answer: undefined }),
            ...(before !== undefined && { former: added(former, before), retiring: added(retiring, before) }),
          },
          // A new number: an update of the former message that is still under way must not be remembered.
          published: { paint: { ...withoutHash(paint), ...known, number: paint.number + 1 } },
        };
      }),

    async leaveUnattended({ deadlineAt: _, timeLimit: __, ...session }) {
      const options = { ...session.options, autoReveal: false };
      const without = { deadlineAt: undefined, timeLimit: undefined };
      patch(session.sessionId, () => ({ message: { unattended: true }, options, ...without }));
      return { ...session, options, message: { ...session.message, unattended: true } };
    },

    async beginMove({ sessionId, message: read }) {
      if (read.ts === undefined) return false;
      return patch(sessionId, ({ message: { ts, movingSince } }) => {
        const isFree = movingSince === undefined || movingSince < now() - MOVE_TAKES_AT_MOST;
        return ts === read.ts && isFree ? { message: { movingSince: now() } } : undefined;
      });
    },

    async abandonMove(sessionId) {
      patch(sessionId, () => ({ message: { movingSince: undefined } }));
    },

    async markRetired(sessionId, ts) {
      patch(sessionId, ({ message: { retiring } }) => ({
        message: { retiring: retiring.filter((other) => other !== ts) },
      }));
    },
  };
}

const added = (list: readonly string[], one: string): string[] => [...new Set([...list, one])];
