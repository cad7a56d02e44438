import { START_TTL } from '../ports/retention.ts';
import type { Store } from '../ports/store.ts';
import { epochSeconds } from '../time.ts';
import { KEYS, type Table } from './table.ts';

interface Claim {
  sessionId: string;
}

/** Who is starting what: of the same start within half a minute, one session comes. */
export function createStartWrites({
  items,
  now,
  transaction,
}: Table): Pick<Store, 'claimStart' | 'releaseStart'> {
  return {
    claimStart: async (start, sessionId) =>
      transaction(() => {
        const held = items.get<Claim>(KEYS.start(start));
        if (held && held.sessionId !== sessionId) return held.sessionId;
        items.put(KEYS.start(start), { sessionId }, { expires: epochSeconds(now(), START_TTL) });
        return sessionId;
      }),

    releaseStart: async (start, sessionId) =>
      transaction(() => {
        const held = items.get<Claim>(KEYS.start(start));
        if (held?.sessionId === sessionId) items.remove(KEYS.start(start));
      }),
  };
}
