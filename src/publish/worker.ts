import { defined } from '../game/defined.ts';
import { NotUnderstood } from '../game/notice.ts';
import { type Job, ownerOf } from '../ports/job.ts';
import { errorFields, type Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import {
  again,
  type Delivery,
  done,
  pauseAfter,
  type Verdict,
  type Visit,
  type Worker,
} from '../ports/queue.ts';
import { type Millis, SECOND } from '../time.ts';

interface WorkerDeps {
  log: Log;
  metrics: Metrics;
}

/** Handles a job. Throws `NotUnderstood` if only a newer version knows what it says. */
type HandleJob = (job: Job, visit: Visit) => Promise<Verdict>;

/** Less is not enough to begin a job: whoever is stopped in the middle of it would do it again, or say it twice. */
const LEAST_TIME: Millis = 5 * SECOND;

/**
 * Between two tries of what fails, or isn't understood. In a deployment a version that understands it comes within
 * seconds; what never works is given up by the queue.
 */
const LONGEST_PAUSE: Millis = 30 * SECOND;

interface Understood {
  delivery: Delivery;
  job: Job;
}

/**
 * Works on the jobs of any queue. Where one has to come again, those behind it come again with it, in their order. What
 * isn't understood is put back for a version that does; the others of its group don't wait for that.
 */
export function createWorker(deps: WorkerDeps, handle: HandleJob): Worker {
  return async (group, timeLeft) => {
    const answers = new Map<Delivery, Verdict | undefined>();
    const understood = withoutRepeats(group);
    for (const [index, { delivery, job }] of understood.entries()) {
      const answer = await attempt(deps, handle, job, { receives: delivery.receives, timeLeft });
      answers.set(delivery, answer);
      if (answer?.kind !== 'again') continue;
      for (const { delivery } of understood.slice(index)) answers.set(delivery, answer);
      break;
    }
    const delays = [...answers.values()].flatMap((answer) => (answer?.kind === 'again' ? answer.delay : []));
    return group.map((delivery) => {
      const isRepeat = delivery.job && !answers.has(delivery);
      if (isRepeat) return done;
      return answers.get(delivery) ?? putBack(deps, delivery, Math.min(...delays));
    });
  };
}

/** `changed` says the same however often it is said: one of a group is enough, with the newest response_url. */
function withoutRepeats(group: readonly Delivery[]): Understood[] {
  const jobs = group.flatMap(({ job }) => job ?? []);
  const changes = jobs.filter((job) => job.kind === 'changed');
  const { responseUrl, click } = changes.findLast((job) => job.responseUrl !== undefined) ?? {};
  return group.flatMap((delivery) => {
    const { job } = delivery;
    if (job === undefined || (job.kind === 'changed' && job !== changes[0])) return [];
    return { delivery, job: job.kind === 'changed' ? defined({ ...job, responseUrl, click }) : job };
  });
}

/** `undefined` if it turns out not to be understood. */
async function attempt(
  { log, metrics }: WorkerDeps,
  handle: HandleJob,
  job: Job,
  visit: Visit,
): Promise<Verdict | undefined> {
  if (visit.timeLeft() < LEAST_TIME) return again(0);
  try {
    return await handle(job, visit);
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    metrics.count('PublishFailures');
    log.error('job failed', { kind: job.kind, ...ownerOf(job), ...errorFields(error) });
    return again(pauseAfter(visit.receives, LONGEST_PAUSE));
  }
}

/** Ever later, because its group waits as long; but no later than the others of it have to come again anyway. */
function putBack({ log }: WorkerDeps, { id, job, receives }: Delivery, othersIn: Millis): Verdict {
  const delay = Math.min(pauseAfter(receives, LONGEST_PAUSE), othersIn);
  log.error('job not understood', { id, receives, delay, ...(job && { kind: job.kind, ...ownerOf(job) }) });
  return again(delay);
}
