import { replayed } from './core/choices.ts';
import type { Fault, Port } from './core/faults.ts';
import { Invocation } from './core/invocation.ts';
import type { Failing } from './core/mishaps.ts';
import { seenBy } from './core/ports.ts';
import type { Scheduler } from './core/scheduler.ts';

/** A port as an invocation has it to which this happens with every call; each is played to its end. */
export function troubled<T extends object>(
  target: T,
  { port, failing, scheduler, fault }: { port: Port; failing: Failing; scheduler: Scheduler; fault(): Fault },
): T {
  const world = { scheduler, choices: replayed([]), faults: fault, calls: 0 };
  const invocation = new Invocation(world, 'publish 1', () => {});
  // Time is the test's: it does not run out.
  invocation.end();
  return new Proxy(seenBy(invocation, port, failing, target), {
    get:
      (seen, method) =>
      async (...args: unknown[]) => {
        const own = Reflect.get(seen, method) as (...given: unknown[]) => Promise<unknown>;
        const answer = own(...args);
        // Handled by whoever awaits it, once it is played.
        answer.catch(() => {});
        await scheduler.run();
        return answer;
      },
  });
}
