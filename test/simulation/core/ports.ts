import type { Port } from './faults.ts';
import type { Invocation } from './invocation.ts';
import type { Failing } from './mishaps.ts';

/** How a broken store or queue shows: the AWS SDK throws. */
export const throwing: Failing = {
  broken: () => Promise.reject(new Error('TimeoutError')),
  limited: () => Promise.reject(new Error('ThrottlingException')),
};

/** How Slack's failures show: as values, see `src/ports/chat.ts`. */
export const asOutcomes = {
  broken: async () => ({ ok: false, failure: { kind: 'unknown', error: 'timeout' } }),
  limited: async (retryAfter: number) => ({ ok: false, failure: { kind: 'rate_limited', retryAfter } }),
} as unknown as Failing;

/** A port as one invocation has it: every call waits for the scheduler. */
export function seenBy<T extends object>(invocation: Invocation, port: Port, failing: Failing, target: T): T {
  return new Proxy(target, {
    get(object, method) {
      const own: unknown = Reflect.get(object, method);
      if (typeof own !== 'function') return own;
      return (...args: unknown[]) => {
        const act = (given: unknown[]) => () => own.apply(object, given) as Promise<unknown>;
        const [effect, part] = [act(args), act(firstOfBatch(args))];
        return invocation.call({ port, method: String(method), failing, effect, part });
      };
    },
  });
}

/** The same call with the first item of its batch alone. */
function firstOfBatch([batch, ...rest]: unknown[]): unknown[] {
  return [Array.isArray(batch) ? batch.slice(0, 1) : batch, ...rest];
}
