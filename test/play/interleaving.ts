import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import type { Store } from '../../src/ports/store.ts';

/** Lets a call through, some time. */
type Gate = (call: string) => Promise<unknown>;

/** Calls that need not wait, because their order with others makes no difference to votes. */
const PASSING = /participant|markFrozen|markAnnounced|markArchived|stor(y|ies)$|results$|Paint$/i;

/** A store before which every call waits at a gate, and a way to wait until all that passed has come to rest. */
function gated(store: Store, gate: Gate): { store: Store; rest(): Promise<void> } {
  let running = 0;
  let atRest = () => {};
  const waiting = new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        if (!PASSING.test(String(name))) await gate(String(name));
        running += 1;
        try {
          return await method.apply(target, args);
        } finally {
          running -= 1;
          if (running === 0) atRest();
        }
      };
    },
  });
  const rest = async () => {
    await turn();
    while (running > 0) {
      await new Promise<void>((resolve) => {
        atRest = resolve;
      });
      await turn();
    }
  };
  return { store: waiting, rest };
}

type Play = (store: Store) => Promise<void>;

/** Plays many times, with the store calls of everybody interleaved by chance, one call at a time. */
export async function inManyOrders(real: Store, play: Play, numRuns = 25): Promise<void> {
  const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
    const { store, rest } = gated(real, (call) => scheduler.schedule(Promise.resolve(), call));
    await scheduler.waitFor(play(store), async (run) => {
      await run();
      await rest();
    });
  });
  await fc.assert(property, { numRuns });
}

/**
 * Plays in every order that the store calls can have, and answers how many there are. `play` starts afresh
 * each time and makes the same calls in the same situation.
 */
export async function inEveryOrder(real: Store, play: Play): Promise<number> {
  let orders = 0;
  let path: number[] | undefined = [];
  while (path) {
    path = await playAlong(path, real, play);
    orders += 1;
  }
  return orders;
}

/** Plays in one order: the given choices first, then always the first. Returns the path that comes next. */
async function playAlong(path: readonly number[], real: Store, play: Play): Promise<number[] | undefined> {
  const waiting: (() => void)[] = [];
  let arrived = () => {};
  const gate = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      arrived();
    });
  const { store, rest } = gated(real, gate);
  const taken: { choice: number; options: number }[] = [];
  let over = false;
  const playing = play(store).finally(() => {
    over = true;
  });
  while (!over) {
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    if (waiting.length === 0) await Promise.race([arrival, playing]);
    await rest();
    if (waiting.length === 0) continue;
    const choice = path[taken.length] ?? 0;
    taken.push({ choice, options: waiting.length });
    waiting.splice(choice, 1)[0]?.();
  }
  await playing;
  const last = taken.findLastIndex(({ choice, options }) => choice + 1 < options);
  if (last < 0) return undefined;
  return taken.slice(0, last + 1).map(({ choice }, index) => (index === last ? choice + 1 : choice));
}
