import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createSqsQueue } from '../../src/aws/sqs-queue.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type LocalSqs, startSqs } from '../../stand-ins/aws/sqs.ts';
import type { QueueBackend } from '../ports/queue-contract.ts';

export interface LocalQueue extends QueueBackend {
  sqs: LocalSqs;
  client: SQSClient;
}

/** The product's queue on an embedded SQS, both queues empty. */
export async function startLocalQueue(): Promise<LocalQueue> {
  const sqs = await startSqs();
  const client = new SQSClient({ ...localClient(sqs.endpoint), maxAttempts: 1 });
  const QueueUrl = sqs.queueUrl;
  return {
    sqs,
    client,
    queue: createSqsQueue({ client, queueUrl: QueueUrl }),
    async receive(waitMs = 0) {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: Math.ceil(waitMs / 1000),
        MessageSystemAttributeNames: ['MessageGroupId'],
      });
      const { Messages = [] } = await client.send(command);
      return Messages.map(({ ReceiptHandle: receipt = '', Body: body = '', Attributes }) => ({
        receipt,
        body,
        group: Attributes?.MessageGroupId ?? '',
      }));
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
