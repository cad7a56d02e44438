import type { Failure, Outcome } from '../../src/ports/chat.ts';
import { again, done, type Verdict } from '../../src/ports/queue.ts';

/** What waiting alone does not mend. */
export type Lasting = Exclude<Failure, { kind: 'rate_limited' }>;

/**
 * What becomes of a job after its call to Slack. After a rate limit the job comes again when Slack says; any other
 * failure is for `failed` to decide.
 */
export function orLater<A>(outcome: Outcome, failed: (failure: Lasting) => A): Verdict | A {
  if (outcome.ok) return done;
  const { failure } = outcome;
  return failure.kind === 'rate_limited' ? again(failure.retryAfter) : failed(failure);
}
