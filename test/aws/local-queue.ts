import { randomUUID } from 'node:crypto';
import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { handleBatch } from '../../handlers/lambda/batch.ts';
import { createSqsQueue, type Receipts } from '../../src/aws/sqs-queue.ts';
import type { Queue } from '../../src/ports/queue.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type LocalSqs, startSqs } from '../../stand-ins/aws/sqs.ts';
import { toSqsEvent } from '../../stand-ins/aws/sqs-event.ts';
import type { QueueBackend } from '../ports/queue-contract.ts';
import { silent } from '../silent.ts';
import { unhurried } from '../unhurried.ts';

/** A message as it is received. */
export interface Received {
  receipt: string;
  group: string;
  body: string;
}

export interface LocalQueue extends QueueBackend {
  queue: Queue & Receipts;
  sqs: LocalSqs;
  client: SQSClient;
  /** What can be received now; or, if that is nothing, what can be within `waitMs`. */
  receive(waitMs?: number): Promise<Received[]>;
  remove(receipt: string): Promise<void>;
}

/** The longest that SQS waits for messages. */
const MAX_WAIT_SECONDS = 20;

/** The product's queue on an embedded SQS, both queues empty. */
export async function startLocalQueue(): Promise<LocalQueue> {
  const sqs = await startSqs();
  const client = new SQSClient({ ...localClient(sqs.endpoint), maxAttempts: 1 });
  const QueueUrl = sqs.queueUrl;
  const queue = createSqsQueue({ client, queueUrl: QueueUrl });

  async function messages(changes: Partial<ReceiveMessageCommandInput>): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['MessageGroupId', 'ApproximateReceiveCount'],
      ...changes,
    });
    return (await client.send(command)).Messages ?? [];
  }
  const waiting = (ms: number) => ({ WaitTimeSeconds: Math.min(MAX_WAIT_SECONDS, Math.ceil(ms / 1000)) });

  return {
    sqs,
    client,
    queue,
    async put(MessageGroupId, MessageBody) {
      await client.send(
        new SendMessageCommand({
          QueueUrl,
          MessageGroupId,
          MessageBody,
          MessageDeduplicationId: randomUUID(),
        }),
      );
    },
    async work(worker, waitMs = 0) {
      const { Records } = toSqsEvent(await messages(waiting(waitMs)), sqs.queueArn);
      const { batchItemFailures } = await handleBatch(
        { worker, receipts: queue, log: silent },
        Records,
        unhurried,
      );
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      const handled = Records.filter(({ messageId }) => !failed.has(messageId));
      if (handled.length > 0) await queue.finish(handled.map(({ receiptHandle }) => receiptHandle));
    },
    async lose() {
      await messages({ VisibilityTimeout: 1 });
    },
    async receive(waitMs = 0) {
      return (await messages(waiting(waitMs))).map(
        ({ ReceiptHandle: receipt = '', Body: body = '', Attributes }) => ({
          receipt,
          body,
          group: Attributes?.MessageGroupId ?? '',
        }),
      );
    },
    async remove(ReceiptHandle) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
    async close() {
      client.destroy();
      await sqs.close();
    },
  };
}
