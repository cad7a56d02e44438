import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Handler } from '../../../stand-ins/aws/load-handler.ts';
import type { FunctionName } from '../../../stand-ins/aws/template.ts';

/** On every request that a function makes: which invocation of it made it. */
export const INVOCATION_HEADER = 'x-invocation';

/** What a crash looks like from outside: Lambda gives no answer of the function's own. */
class Crash extends Error {}

/** When an invocation dies: at its `call`-th request, which has reached its destination by then or has not. */
export interface Death {
  call: number;
  after: boolean;
}

/** What happens to one invocation. */
export interface Fate {
  death?: Death | undefined;
  /** Milliseconds before it begins, as a message that is delivered late. */
  delay?: number;
  /** The event is handled twice, one after the other or both at once: SQS delivers *at least* once. */
  twice?: 'in turn' | 'at once' | undefined;
}

/** One run of one of the two functions. */
export interface Invocation {
  id: string;
  function: FunctionName;
  event: unknown;
  /** Requests it has made so far. */
  calls: number;
  death?: Death | undefined;
  /** Nothing that it still does leaves it. */
  dead: boolean;
  die(): void;
}

const current = new AsyncLocalStorage<string>();

subscribe('http.client.request.created', (message) => {
  const id = current.getStore();
  if (id) (message as { request: ClientRequest }).request.setHeader(INVOCATION_HEADER, id);
});
subscribe('undici:request:create', (message) => {
  const id = current.getStore();
  const { request } = message as { request: { addHeader(name: string, value: string): void } };
  if (id) request.addHeader(INVOCATION_HEADER, id);
});

let invocations = 0;

/**
 * The invocations of both functions, each recognizable by its requests. So a proxy can end one at any of them:
 * JavaScript can't be stopped from outside, but a process that nothing can leave is as good as dead.
 */
export class Invocations {
  readonly #running = new Map<string, Invocation>();
  readonly #fateOf: (name: FunctionName, event: unknown) => Fate;

  constructor(fateOf: (name: FunctionName, event: unknown) => Fate) {
    this.#fateOf = fateOf;
  }

  find(id: unknown): Invocation | undefined {
    return typeof id === 'string' ? this.#running.get(id) : undefined;
  }

  /** Those under way, dead ones too as long as they still run. */
  get running(): Invocation[] {
    return [...this.#running.values()];
  }

  /** For `startLocalGroom`'s option of that name. */
  around(name: FunctionName, handler: Handler): Handler {
    return async (event, context) => {
      const { delay = 0, twice, death } = this.#fateOf(name, event);
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      const run = (its?: Death) => this.#run(name, event, its, async () => handler(event, context));
      if (!twice) return run(death);
      const first = run(death);
      const second = twice === 'in turn' ? first.catch(() => {}).then(() => run()) : run();
      await Promise.allSettled([first, second]);
      return first;
    };
  }

  async #run(
    name: FunctionName,
    event: unknown,
    death: Death | undefined,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const id = `${name} ${++invocations}`;
    const { promise: died, reject } = Promise.withResolvers<never>();
    died.catch(() => {});
    const invocation: Invocation = {
      id,
      function: name,
      event,
      death,
      calls: 0,
      dead: false,
      die() {
        invocation.dead = true;
        reject(new Crash(`${id} was ended at its request ${invocation.calls}`));
      },
    };
    this.#running.set(id, invocation);
    const done = current.run(id, work).finally(() => this.#running.delete(id));
    done.catch(() => {});
    return Promise.race([done, died]);
  }
}
