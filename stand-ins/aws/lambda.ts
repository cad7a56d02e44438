import { lambdaContext } from './lambda-context.ts';
import { acceptHandler, type Handler, loadHandler } from './load-handler.ts';

/** What a function runs: a built file that exports `handler`, or the handler itself. */
export type Code = string | Handler;

export interface LambdaOptions {
  name: string;
  code: Code;
  env?: Record<string, string>;
  /** What a built file's `Date` says; the computer's clock if absent. */
  now?: (() => number) | undefined;
  /** Seconds until an invocation is given up. */
  timeout: number;
  /** MiB, as the context reports it; nothing is limited. */
  memorySize?: number;
  /** How many containers take turns (default 2). */
  containers?: number | undefined;
  /** Stands between Lambda and each container's code, where a test may watch, repeat or end an invocation. */
  around?: ((handler: Handler) => Handler) | undefined;
  /** Gets what the code prints and why an invocation failed, line by line. */
  log?: ((line: string) => void) | undefined;
}

export interface LocalLambda {
  /**
   * One invocation. What the handler returns comes back as JSON would carry it.
   * Rejects with what the handler throws, or with `LambdaTimeout`.
   */
  invoke(event: unknown): Promise<unknown>;
  /**
   * Puts other code in place: events that come from now on find it, invocations under way end in the old one.
   * Throws, and leaves the old code in place, where Lambda would fail to start the new.
   */
  deploy(code: Code): void;
  /** Invocations under way. */
  readonly running: number;
}

/** The invocation lasted longer than the function's time-out. */
export class LambdaTimeout extends Error {}

/**
 * A Lambda function in this process. Events go to its containers in turn, so that code which relies on the memory
 * of one shows at once. Unlike Lambda's, a container takes several events at a time.
 * Throws right away where Lambda would fail to start the function.
 */
export function startLambda(options: LambdaOptions): LocalLambda {
  const { name, env = {}, now, containers = 2, around = (handler) => handler, log = () => {} } = options;
  const start = (code: Code) =>
    around(typeof code === 'string' ? loadHandler(code, { env, log, now }) : acceptHandler(code, name));
  const startAll = (code: Code) => Array.from({ length: containers }, () => start(code));
  let { code } = options;
  let pool = startAll(code);
  let turn = 0;
  let running = 0;

  async function invoke(event: unknown): Promise<unknown> {
    const slot = turn++ % pool.length;
    const handler = pool[slot] ?? start(code);
    running++;
    try {
      return throughJson(await runInTime(handler, throughJson(event), options));
    } catch (error) {
      log(`ERROR ${name}: ${error instanceof Error ? error.stack : JSON.stringify(error)}`);
      // Lambda ends a container whose invocation timed out; the next event finds a fresh one.
      if (error instanceof LambdaTimeout && pool[slot] === handler) pool[slot] = start(code);
      throw error;
    } finally {
      running--;
    }
  }

  return {
    invoke,
    deploy(next) {
      pool = startAll(next);
      code = next;
    },
    get running() {
      return running;
    },
  };
}

async function runInTime(handler: Handler, event: unknown, options: LambdaOptions): Promise<unknown> {
  const { name, timeout, memorySize = 128 } = options;
  const context = lambdaContext(name, memorySize, Date.now() + timeout * 1000);
  const { promise: overdue, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new LambdaTimeout(`Task timed out after ${timeout.toFixed(2)} seconds`)),
    timeout * 1000,
  );
  try {
    return await Promise.race([(async () => handler(event, context))(), overdue]);
  } finally {
    clearTimeout(timer);
  }
}

function throughJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value) ?? 'null');
}
