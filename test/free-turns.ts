import type { Turns } from '../src/publish/turns.ts';

/** For sessions that share their workspace with nobody. */
export const freeTurns: Turns = {
  take: async () => ({ at: 0, taken: true, putOff: 0 }),
  refused: async (_teamId, { retryAfter }) => retryAfter,
};
