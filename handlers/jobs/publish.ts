import { type JobOf, ownerOf } from '../../src/ports/job.ts';
import { type Answer, again, done } from '../../src/ports/queue.ts';
import type { PublishOutcome } from '../../src/publish/outcome.ts';
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
    case 'again':
      postponed(deps, job, outcome);
      return again(outcome.delay);
    case 'later':
      postponed(deps, job, outcome);
      return done;
    case 'given up':
      metrics.count('PublishFailures');
      log.error('publishing given up', { ...ownerOf(job), why: outcome.why });
      return done;
  }
}

function postponed(
  { log, metrics }: JobDeps,
  job: JobOf<'changed'>,
  { cause, ...fields }: Extract<PublishOutcome, { cause: string }>,
): void {
  if (cause === 'failure') metrics.count('PublishFailures');
  if (cause === 'rate_limit') metrics.count('RateLimited');
  const { kind: _, ...said } = fields;
  log[cause === 'failure' ? 'error' : 'info']('publish postponed', { ...ownerOf(job), ...said });
}
