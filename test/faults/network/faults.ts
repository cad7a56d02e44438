import { setTimeout as sleep } from 'node:timers/promises';
import { refusals, type Service } from './answers.ts';
import type { Answer, Passing } from './proxy.ts';

/** What may happen to one request. */
export type Fault =
  /** The connection breaks before the request has got anywhere. */
  | 'reset'
  /** It takes effect, and the connection breaks instead of an answer. */
  | 'lost'
  /** DynamoDB and SQS are overloaded and say so. */
  | 'throttled'
  /** Slack's 429, with Retry-After. */
  | 'rate limited'
  /** A 500; nothing happened. */
  | 'error'
  /** A 500 or the like, and yet it took effect. */
  | 'error after'
  /** A while before it takes effect. */
  | 'slow'
  /** Delivered twice; the second answer is what the client gets, as after a retry. */
  | 'twice'
  /** Held back until the session's next request has been answered. */
  | 'overtaken'
  /** Never answered: it got nowhere … */
  | 'hangs'
  /** … or took effect at once … */
  | 'hangs after'
  /** … or takes effect seconds later, when the client has long given up. */
  | 'late';

/** What no network does: a violation that a test plants, to see that it is found. */
export type Instead = (request: Passing) => Promise<Answer>;

/** Nothing is delivered to Slack twice: nobody retries a call to it but the queue, and that never posts. */
export const QUICK_FAULTS: Record<Service, readonly Fault[]> = {
  DynamoDB: ['reset', 'lost', 'throttled', 'error', 'error after', 'slow', 'twice', 'overtaken'],
  SQS: ['reset', 'lost', 'throttled', 'error', 'error after', 'slow', 'twice', 'overtaken'],
  Slack: ['reset', 'lost', 'rate limited', 'error', 'error after', 'slow', 'overtaken'],
};

export const HANGING_FAULTS: Record<Service, readonly Fault[]> = {
  DynamoDB: ['hangs', 'hangs after', 'late', 'slow', 'reset'],
  SQS: ['hangs', 'hangs after', 'late', 'slow', 'reset'],
  Slack: ['hangs', 'hangs after', 'late', 'slow', 'rate limited'],
};

/** Longer than any client waits for an answer. */
const FOREVER = 12_000;

/** What a fault needs to know about the traffic around it. */
export interface Around {
  service: Service;
  random: () => number;
  /** Resolves when the session's next request has been answered, or after a moment. */
  overtaken(): Promise<unknown>;
  /** To be waited for before anything is checked. */
  pending(effect: Promise<unknown>): void;
}

/** Lets a fault happen to a request. `undefined`: the connection breaks. */
export async function commit(
  fault: Fault | Instead,
  request: Passing,
  around: Around,
): Promise<Answer | undefined> {
  if (typeof fault === 'function') return fault(request);
  const { service, random } = around;
  const never = async () => {
    await sleep(FOREVER, undefined, { ref: false });
    return undefined;
  };
  switch (fault) {
    case 'reset':
      return undefined;
    case 'lost':
      await request.forward();
      return undefined;
    case 'throttled':
    case 'rate limited':
      return refusals.throttled(service, 1 + Math.floor(random() * 2));
    case 'error':
      return refusals.error(service);
    case 'error after':
      await request.forward();
      return refusals.error(service);
    case 'slow':
      await sleep(30 + random() * 300);
      return request.forward();
    case 'twice':
      await request.forward();
      return request.forward();
    case 'overtaken':
      await around.overtaken();
      return request.forward();
    case 'hangs':
      return never();
    case 'hangs after':
      await request.forward();
      return never();
    case 'late':
      around.pending(sleep(1000 + random() * 5000).then(() => request.forward()));
      return never();
  }
}
