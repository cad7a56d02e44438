import { manualClock } from '../clock.ts';
import { directoryContract, HISTORY_DAYS } from '../ports/directory-contract.ts';
import { SESSION_TTL_HOURS } from '../ports/store-contract/tested.ts';
import { storeContract } from '../ports/store-contract.ts';
import { createMemoryDirectory } from './simulators/memory-directory.ts';
import { createMemoryStore } from './simulators/memory-store.ts';
import { SessionTable } from './simulators/session-table.ts';

async function start() {
  const clock = manualClock();
  const table = new SessionTable();
  const store = createMemoryStore({ now: clock.now, sessionTtlHours: SESSION_TTL_HOURS, table });
  const directory = createMemoryDirectory({
    now: clock.now,
    historyDays: HISTORY_DAYS,
    sessionsOf: (user) => table.sessionsOf(user),
  });
  return { store, directory, clock, close: async () => {} };
}

storeContract('the simulation', start);
directoryContract('the simulation', start);
