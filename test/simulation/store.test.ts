import { manualClock } from '../clock.ts';
import { SESSION_TTL_HOURS } from '../store/contract/tested.ts';
import { storeContract } from '../store/contract.ts';
import { createMemoryStore } from './simulators/memory-store.ts';

storeContract('the simulation', async () => {
  const clock = manualClock();
  const store = createMemoryStore({ now: clock.now, sessionTtlHours: SESSION_TTL_HOURS });
  return { store, clock, close: async () => {} };
});
