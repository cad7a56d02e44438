import type { Failure, Outcome } from '../../src/ports/chat.ts';
import { type Answer, again, done } from '../../src/ports/queue.ts';
import type { JobDeps } from './deps.ts';

/** What waiting alone does not mend. */
export type Lasting = Exclude<Failure, { kind: 'rate_limited' }>;

/**
 * What becomes of a job after its call to Slack. A rate limit is counted, and the job comes again when Slack says; any
 * other failure is for `failed` to decide.
 */
export function orLater<A>(
  { metrics }: Pick<JobDeps, 'metrics'>,
  outcome: Outcome,
  failed: (failure: Lasting) => A,
): Answer | A {
  if (outcome.ok) return done;
  const { failure } = outcome;
  if (failure.kind !== 'rate_limited') return failed(failure);
  metrics.count('RateLimited');
  return again(failure.retryAfter);
}
