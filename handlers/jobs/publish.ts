import { type JobOf, ownerOf } from '../../src/ports/job.ts';
import { type Answer, again, done } from '../../src/ports/queue.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import type { JobDeps } from './deps.ts';

/** Makes the message of a session show its state. */
export async function publish(deps: JobDeps, job: JobOf<'changed'>, redelivered: boolean): Promise<Answer> {
  const { log, metrics } = deps;
  const outcome = await publishSession(deps, job.sessionId, {
    redelivered,
    responseUrl: job.responseUrl,
  });
  switch (outcome.kind) {
    case 'painted':
      metrics.count('Publishes');
      log.info('published', { ...ownerOf(job), teamId: outcome.teamId });
      return done;
    case 'unchanged':
      metrics.count('UnchangedPublishes');
      return done;
    case 'nothing':
      log.debug('nothing to publish', ownerOf(job));
      return done;
    case 'again': {
      const { delay, why } = outcome;
      if (outcome.cause === 'failure') metrics.count('PublishFailures');
      if (outcome.cause === 'rate_limit') metrics.count('RateLimited');
      log[outcome.cause === 'failure' ? 'error' : 'info']('publish postponed', {
        ...ownerOf(job),
        why,
        delay,
      });
      return again(delay);
    }
  }
}
