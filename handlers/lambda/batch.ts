import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import type { Receipts } from '../../src/aws/sqs-queue.ts';
import { parseJob } from '../../src/ports/job.ts';
import { errorFields, type Log } from '../../src/ports/log.ts';
import type { Delivery, TimeLeft, Worker } from '../../src/ports/queue.ts';

export interface BatchDeps {
  worker: Worker;
  receipts: Receipts;
  log: Log;
}

/**
 * Has a batch worked on, which may mix groups, one group beside the other. What is to come again counts as failed.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export async function handleBatch(
  deps: BatchDeps,
  records: readonly SQSRecord[],
  timeLeft: TimeLeft,
): Promise<SQSBatchResponse> {
  const groups = [...Map.groupBy(records, ({ attributes }) => attributes.MessageGroupId ?? '').values()];
  const failures = await Promise.all(
    groups.map(async (group) => {
      const failed = await handleGroup(deps, group, timeLeft);
      // Lambda deletes what is done when the whole batch is: a session that is ready need not wait for another
      // one that paces itself.
      if (failed.length === 0 && groups.length > 1) await finish(deps, group);
      return failed;
    }),
  );
  return { batchItemFailures: failures.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

async function finish({ receipts, log }: BatchDeps, group: readonly SQSRecord[]): Promise<void> {
  await receipts.finish(group.map(({ receiptHandle }) => receiptHandle)).catch((error: unknown) => {
    // Lambda does it a little later then.
    log.warn('not finished early', errorFields(error));
  });
}

async function handleGroup(
  { worker, receipts, log }: BatchDeps,
  group: readonly SQSRecord[],
  timeLeft: TimeLeft,
): Promise<SQSRecord[]> {
  const answers = await worker(group.map(deliveryOf), timeLeft);
  const postponed = group.flatMap((record, index) => {
    const answer = answers[index];
    return answer?.kind === 'again' ? [{ record, delay: answer.delay }] : [];
  });
  // The very last act, and the first record last of all: with it the group becomes receivable.
  for (const { record, delay } of postponed.toReversed()) {
    await receipts.postpone(record.receiptHandle, delay).catch((error: unknown) => {
      // It returns after the queue's own visibility time-out then.
      log.warn('not postponed', errorFields(error));
    });
  }
  return postponed.map(({ record }) => record);
}

const deliveryOf = ({ messageId, body, attributes }: SQSRecord): Delivery => ({
  id: messageId,
  job: parseJob(body),
  receives: Number(attributes.ApproximateReceiveCount),
});
