import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { parseJob } from '../../src/ports/parse-job.ts';
import type { Job } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { type JobDeps, ownerOf, RETRY } from '../jobs/deps.ts';
import { handleJob } from '../jobs/handle.ts';
import { errorFields } from './log.ts';

/** What is left of a group: records to be seen again after `delay` ms. */
interface Postponed {
  records: readonly SQSRecord[];
  delay: Millis;
}

/**
 * Handles a batch, which may mix groups, one group beside the other. A group is one unit: nothing of it is
 * given back while another part of it is still being handled, or SQS would hand it to a second publisher.
 */
export async function handleBatch(deps: JobDeps, records: readonly SQSRecord[]): Promise<SQSBatchResponse> {
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

async function finish({ queue, log }: JobDeps, group: readonly SQSRecord[]): Promise<void> {
  await queue.finish(group.map(({ receiptHandle }) => receiptHandle)).catch((error: unknown) => {
    // Lambda does it a little later then.
    log.warn('not finished early', errorFields(error));
  });
}

async function handleGroup(deps: JobDeps, group: readonly SQSRecord[]): Promise<readonly SQSRecord[]> {
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

async function attempt(deps: JobDeps, group: readonly SQSRecord[]): Promise<Postponed | undefined> {
  for (const [index, record] of group.entries()) {
    const job = parseJob(record.body);
    if (!job) {
      deps.log.error('not a job', { messageId: record.messageId });
      continue;
    }
    const rest = group.slice(index);
    try {
      const delay = await handleJob(deps, newest(job, rest), record);
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

/** `changed` jobs all say the same, but the last of a group has the newest response_url. */
function newest(job: Job, group: readonly SQSRecord[]): Job {
  if (job.kind !== 'changed') return job;
  const urls = group
    .map(({ body }) => parseJob(body))
    .flatMap((one) => (one && 'responseUrl' in one ? one.responseUrl : []));
  const responseUrl = urls.at(-1);
  return responseUrl === undefined ? job : { ...job, responseUrl };
}
