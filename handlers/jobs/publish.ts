import { NotUnderstood } from '../../src/game/notice.ts';
import { type JobOf, ownerOf } from '../../src/ports/job.ts';
import { errorFields } from '../../src/ports/log.ts';
import { again, done, pauseAfter, type Verdict } from '../../src/ports/queue.ts';
import type { PublishOutcome } from '../../src/publish/outcome.ts';
import { HELD, LONGEST, MOST_TRIES } from '../../src/publish/patience.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import type { JobDeps } from './deps.ts';

/**
 * Makes the message of a session show its state. What throws is tried again as what Slack has failed is: without holding
 * the session's group for long, and not for ever. In the end it is thrown, for the queue to give it up.
 */
export async function publish(deps: JobDeps, job: JobOf<'changed'>, receives: number): Promise<Verdict> {
  try {
    return await show(deps, job, receives > 1);
  } catch (error) {
    const tries = (job.tries ?? 0) + receives;
    const pause = pauseAfter(tries, LONGEST);
    if (error instanceof NotUnderstood || pause <= HELD || tries > MOST_TRIES) throw error;
    const { sessionId } = job;
    await deps.queue.send([{ kind: 'timer', ...ownerOf(job), sessionId, dueAt: deps.now() + pause, tries }]);
    deps.metrics.count('PublishFailures');
    deps.log.error('publish postponed', { ...ownerOf(job), ...errorFields(error), tries });
    return done;
  }
}

async function show(deps: JobDeps, job: JobOf<'changed'>, redelivered: boolean): Promise<Verdict> {
  const { log, metrics } = deps;
  const outcome = await publishSession(deps, job.sessionId, {
    redelivered,
    responseUrl: job.responseUrl,
    click: job.click,
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
  const { kind: _, ...said } = fields;
  log[cause === 'failure' ? 'error' : 'info']('publish postponed', { ...ownerOf(job), ...said });
}
