import { type Failure, failureText } from '../ports/chat.ts';
import { RETRY } from '../ports/queue.ts';
import type { Millis } from '../time.ts';

export type PublishOutcome =
  | { kind: 'unchanged' }
  | { kind: 'painted'; teamId: string }
  /** There is nothing to paint on: expired, not posted yet, or detached. */
  | { kind: 'nothing' }
  /** Try again after `delay` ms, with a fresh look: `why` is for the log. */
  | { kind: 'again'; delay: Millis; why: string; cause: Cause };

/** Another publisher and Slack's rate limits are part of normal operation; only failures are worth an alarm. */
type Cause = 'race' | 'rate_limit' | 'failure';

/** What to do about a call to Slack that has failed, but may work later. */
export function afterFailure(failure: Failure): PublishOutcome {
  return failure.kind === 'rate_limited'
    ? again('rate_limit', failureText(failure), failure.retryAfter)
    : again('failure', failureText(failure));
}

/** To be tried again. */
export function again(cause: Cause, why: string, delay = RETRY): PublishOutcome {
  return { kind: 'again', cause, why, delay };
}
