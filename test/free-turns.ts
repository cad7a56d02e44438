import type { Turns } from '../src/publish/turns.ts';

/** For sessions that share their workspace with nobody. */
export const freeTurns: Turns = { take: async () => 0, limited: async () => {} };
