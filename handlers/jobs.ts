import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { PublishDeps } from '../src/publish/deps.ts';
import { publishSession } from '../src/publish/publish-session.ts';
import { parseJob } from '../src/queue/parse-job.ts';
import type { Job } from '../src/queue/queue.ts';
import { failureText, isTerminal } from '../src/slack/chat.ts';
import { type Millis, SECOND } from '../src/time.ts';
import { errorFields } from './log.ts';
import { languageFor } from './reader.ts';
import { sessionView } from './session-views.ts';

/** After an error that is none of Slack's rate limits: soon, for the whole group waits. */
const RETRY: Millis = 1.5 * SECOND;
/** A private line that could not be delivered so often is of no use to anybody any more. */
const REPLY_ATTEMPTS = 5;

/** What is left of a group: records to be seen again after `delay` ms. */
interface Postponed {
  records: readonly SQSRecord[];
  delay: Millis;
}

/**
 * Handles a batch, which may mix groups, one group beside the other. A group is one unit: nothing of it is
 * given back while another part of it is still being handled, or SQS would hand it to a second publisher.
 */
export async function handleBatch(
  deps: PublishDeps,
  records: readonly SQSRecord[],
): Promise<SQSBatchResponse> {
  const groups = [...Map.groupBy(records, ({ attributes }) => attributes.MessageGroupId ?? '').values()];
  const failures = await Promise.all(
    groups.map(async (group) => {
      const failed = await handleGroup(deps, group);
      // Lambda deletes what is done when the whole batch is: a session that is ready need not wait for another
      // one that paces itself.
      if (failed.length === 0 && groups.length > 1) await finish(deps, group);
      return failed;
    }),
  );
  return { batchItemFailures: failures.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

async function finish({ queue, log }: PublishDeps, group: readonly SQSRecord[]): Promise<void> {
  await queue.finish(group.map(({ receiptHandle }) => receiptHandle)).catch((error: unknown) => {
    // Lambda does it a little later then.
    log.warn('not finished early', errorFields(error));
  });
}

async function handleGroup(deps: PublishDeps, group: readonly SQSRecord[]): Promise<readonly SQSRecord[]> {
  const postponed = await attempt(deps, group);
  if (!postponed) return [];
  // The very last act, and the first record last of all: with it the group becomes receivable.
  for (const { receiptHandle } of postponed.records.toReversed()) {
    await deps.queue.postpone(receiptHandle, postponed.delay).catch((error: unknown) => {
      // It returns after the queue's own visibility time-out then.
      deps.log.warn('not postponed', errorFields(error));
    });
  }
  return postponed.records;
}

async function attempt(deps: PublishDeps, group: readonly SQSRecord[]): Promise<Postponed | undefined> {
  for (const [index, record] of group.entries()) {
    const job = parseJob(record.body);
    if (!job) {
      deps.log.error('not a job', { messageId: record.messageId });
      continue;
    }
    const rest = group.slice(index);
    try {
      const delay = await handleJob(deps, job, record);
      // `changed` says the same however often it is said: one of a group is enough.
      if (job.kind === 'changed')
        return delay === undefined ? undefined : { records: rest.slice(0, 1), delay };
      if (delay !== undefined) return { records: rest, delay };
    } catch (error) {
      deps.metrics.count('PublishFailures');
      deps.log.error('job failed', { kind: job.kind, ...ownerOf(job), ...errorFields(error) });
      return { records: job.kind === 'changed' ? rest.slice(0, 1) : rest, delay: RETRY };
    }
  }
  return undefined;
}

/** Answers after how many ms the job wants to be seen again, if it does. */
async function handleJob(deps: PublishDeps, job: Job, record: SQSRecord): Promise<Millis | undefined> {
  const receives = Number(record.attributes.ApproximateReceiveCount);
  switch (job.kind) {
    case 'changed':
      return publish(deps, job, receives > 1);
    case 'reply':
      return reply(deps, job, receives);
    case 'refresh':
      return refresh(deps, job);
    case 'timer': {
      const remaining = job.dueAt - deps.now();
      if (remaining > 0) return remaining;
      await deps.queue.send([{ kind: 'changed', ...ownerOf(job), sessionId: job.sessionId }]);
      return undefined;
    }
  }
}

async function publish(
  deps: PublishDeps,
  job: Extract<Job, { kind: 'changed' }>,
  redelivered: boolean,
): Promise<Millis | undefined> {
  const { log, metrics } = deps;
  const outcome = await publishSession(deps, job.sessionId, { redelivered });
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

async function reply(
  deps: PublishDeps,
  job: Extract<Job, { kind: 'reply' }>,
  receives: number,
): Promise<Millis | undefined> {
  const { chat, log, metrics } = deps;
  const line = await deps.tell(job.notice, job, await languageFor(deps, job));
  const sent = await chat.respond(job.responseUrl, line);
  if (sent.ok) return undefined;
  const { failure } = sent;
  if (failure.kind === 'refused' || receives >= REPLY_ATTEMPTS) {
    log.warn('reply dropped', { ...ownerOf(job), reason: failureText(failure) });
    return undefined;
  }
  if (failure.kind !== 'rate_limited') return RETRY;
  metrics.count('RateLimited');
  return failure.retryAfter;
}

/** Draws an open modal afresh. One that has been closed meanwhile is nothing to worry about. */
async function refresh(
  deps: PublishDeps,
  job: Extract<Job, { kind: 'refresh' }>,
): Promise<Millis | undefined> {
  const { chat, log } = deps;
  const updated = await chat.updateView(job.viewId, await sessionView(deps, job));
  if (updated.ok) return undefined;
  const { failure } = updated;
  if (failure.kind === 'rate_limited') return failure.retryAfter;
  const level =
    failure.kind === 'refused' && (failure.error === 'not_found' || isTerminal(failure)) ? 'info' : 'warn';
  log[level]('modal not refreshed', { ...ownerOf(job), reason: failureText(failure) });
  return undefined;
}

/** Whose it is, as log fields. */
const ownerOf = (job: Job) => ({
  ...('sessionId' in job && job.sessionId && { sessionId: job.sessionId }),
  ...(job.teamId && { teamId: job.teamId }),
});
