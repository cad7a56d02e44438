import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type Job, messageGroup } from '../ports/job.ts';
import type { Queue } from '../ports/queue.ts';
import { type Millis, SECOND } from '../time.ts';

/** What can be done with messages that were received. */
export interface Receipts {
  /** Deletes them: their jobs are done, and their group goes on at once. */
  finish(receiptHandles: readonly string[]): Promise<void>;
  /** Shows one again after `delayMs` (rounded up to seconds). */
  postpone(receiptHandle: string, delayMs: Millis): Promise<void>;
}

interface SqsQueueOptions {
  client: SQSClient;
  queueUrl: string;
}

/** The longest a message can be hidden: twelve hours from its receipt. */
const MAX_VISIBILITY_SECONDS = 43_200 - 60;

/** The most messages that SQS takes at once. */
const BATCH = 10;

/** The queue on SQS FIFO. */
export function createSqsQueue({ client, queueUrl }: SqsQueueOptions): Queue & Receipts {
  async function sendBatch(jobs: readonly Job[]): Promise<void> {
    const Entries = jobs.map((job, index) => ({
      Id: String(index),
      MessageBody: asciiJson(job),
      MessageGroupId: messageGroup(job),
      // Unique: SQS would swallow an equal id for five minutes, and with it a later change.
      MessageDeduplicationId: randomUUID(),
    }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    if (Failed.length > 0) {
      throw new Error(`SQS refused ${Failed.length} of ${jobs.length} messages: ${Failed[0]?.Code}`);
    }
  }

  return {
    async send(jobs) {
      for (let start = 0; start < jobs.length; start += BATCH) {
        await sendBatch(jobs.slice(start, start + BATCH));
      }
    },

    async finish(receiptHandles) {
      const Entries = receiptHandles.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    },

    async postpone(receiptHandle, delayMs) {
      const VisibilityTimeout = Math.min(MAX_VISIBILITY_SECONDS, Math.max(0, Math.ceil(delayMs / SECOND)));
      await client.send(
        new ChangeMessageVisibilityCommand({
          QueueUrl: queueUrl,
          ReceiptHandle: receiptHandle,
          VisibilityTimeout,
        }),
      );
    },
  };
}

/**
 * JSON in ASCII. Titles hold whatever people type, and SQS refuses a message with U+FFFE or U+FFFF in it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
function asciiJson(job: Job): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(job).replaceAll(/[^ -~]/g, escaped);
}
