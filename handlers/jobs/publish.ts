import type { Job } from '../../src/ports/queue.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import type { Millis } from '../../src/time.ts';
import { type JobDeps, ownerOf } from './deps.ts';

/** Makes the message of a session show its state. */
export async function publish(
  deps: JobDeps,
  job: Extract<Job, { kind: 'changed' }>,
  redelivered: boolean,
): Promise<Millis | undefined> {
  const { log, metrics } = deps;
  const outcome = await publishSession(deps, job.sessionId, {
    redelivered,
    responseUrl: job.responseUrl,
  });
  switch (outcome.kind) {
    case 'painted':
      metrics.count('Publishes');
      log.info('published', { ...ownerOf(job), teamId: outcome.teamId });
      return undefined;
    case 'unchanged':
      metrics.count('UnchangedPublishes');
      return undefined;
    case 'nothing':
      log.debug('nothing to publish', ownerOf(job));
      return undefined;
    case 'again': {
      const { delay, why } = outcome;
      if (outcome.cause === 'failure') metrics.count('PublishFailures');
      if (outcome.cause === 'rate_limit') metrics.count('RateLimited');
      log[outcome.cause === 'failure' ? 'error' : 'info']('publish postponed', {
        ...ownerOf(job),
        why,
        delay,
      });
      return delay;
    }
  }
}
