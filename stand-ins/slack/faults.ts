import type { Json } from './blockkit/json.ts';

/** What happens to one Web API call instead of the usual. Without `status`, `body` or `drop` it is merely late. */
export interface Interception {
  /** HTTP status of the answer; 200 if there is a `body` only. */
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** The connection breaks instead of an answer. */
  drop?: boolean;
  /** The call takes effect nevertheless, at once; `delayMs` then delays the answer only. */
  afterEffect?: boolean;
  /** Milliseconds before the call takes effect, and so before it is answered. */
  delayMs?: number;
}

export type Interceptor = (method: string, args: Json) => Interception | undefined;

/** How `failNext` fails: with an error code of Slack's, `ratelimited` for a 429, or anything else. */
export type Failure = { error: string; retryAfter?: number } | Interception;

/** Failures that tests ask for. */
export class Faults {
  readonly #interceptors = new Set<Interceptor>();

  /** Asked about every call, until the returned function is called. */
  intercept(interceptor: Interceptor): () => void {
    this.#interceptors.add(interceptor);
    return () => this.#interceptors.delete(interceptor);
  }

  /** Lets the next calls of a method fail; one if `times` is absent. */
  failNext(method: string, failure: Failure, times = 1): void {
    let left = times;
    const stop = this.intercept((called) => {
      if (called !== method) return undefined;
      left -= 1;
      if (left <= 0) stop();
      return interceptionOf(failure);
    });
  }

  /** The first interceptor that has something to say decides. */
  decide(method: string, args: Json): Interception | undefined {
    for (const interceptor of this.#interceptors) {
      const interception = interceptor(method, args);
      if (interception !== undefined) return interception;
    }
    return undefined;
  }
}

function interceptionOf(failure: Failure): Interception {
  if (!('error' in failure)) return failure;
  const body = { ok: false, error: failure.error };
  if (failure.error !== 'ratelimited') return { body };
  return { status: 429, body, headers: { 'Retry-After': String(failure.retryAfter ?? 1) } };
}
