import type { SQSRecord } from 'aws-lambda';
import { type Job, messageGroup } from '../../../src/ports/job.ts';
import type { LocalQueue, Received } from '../../aws/local-queue.ts';

let records = 0;

/** A record as Lambda hands it over. */
export function recordOf({ group, body, receipt }: Received, receives = 1): SQSRecord {
  records += 1;
  return {
    messageId: `message-${records}`,
    receiptHandle: receipt,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: '0',
      SenderId: 'groom',
      ApproximateFirstReceiveTimestamp: '0',
      MessageGroupId: group,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:groom.fifo',
    awsRegion: 'us-east-1',
  };
}

/** A record of a message that is in no queue: AWS batches several of a group, the stand-in never does. */
export const loose = (job: Job, receives?: number): SQSRecord =>
  recordOf({ group: messageGroup(job), body: JSON.stringify(job), receipt: 'in no queue' }, receives);

/** Sends these jobs, of different groups, and receives them: a record for each, in the same order. */
export async function sent(queue: LocalQueue, jobs: readonly Job[]): Promise<SQSRecord[]> {
  await queue.queue.send(jobs);
  const received = await queue.receive();
  return jobs.map((job) => {
    const own = received.find(({ group }) => group === messageGroup(job));
    if (!own) throw new Error(`${messageGroup(job)} was not received`);
    return recordOf(own);
  });
}
