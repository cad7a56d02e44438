import { RETRY } from '../ports/queue.ts';
import type { Millis } from '../time.ts';

export type PublishOutcome =
  | { kind: 'unchanged' }
  | { kind: 'painted'; teamId: string }
  /** There is nothing to paint on: expired, not posted yet, or detached. */
  | { kind: 'nothing' }
  /** Try again after `delay` ms, with a fresh look, while the session's group waits: `why` is for the log. */
  | { kind: 'again'; delay: Millis; why: string; cause: Cause }
  /** A timer brings the next try; a click need not wait for it. */
  | { kind: 'later'; why: string; cause: Cause }
  /** Tried too often: nothing but the next change tries again. */
  | { kind: 'given up'; why: string };

/** Another publisher and Slack's rate limits are part of normal operation; only failures are worth an alarm. */
type Cause = 'race' | 'turn' | 'rate_limit' | 'failure';

/** To be tried again. */
export function tryAgain(cause: Cause, why: string, delay = RETRY): PublishOutcome {
  return { kind: 'again', cause, why, delay };
}
