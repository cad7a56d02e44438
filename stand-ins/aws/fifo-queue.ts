import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { localClient } from './credentials.ts';

/** The calls to SQS that an event source mapping makes. Each is tried once and rejects as the SDK does. */
export interface FifoQueue {
  arn: string;
  /**
   * Waits up to a second for messages. No longer, because a closing pump waits for it: a receive that is
   * abandoned would still take messages with it.
   */
  receive(atMost: number): Promise<Message[]>;
  remove(messages: Message[]): Promise<void>;
  /** Makes received messages visible again at once. */
  release(messages: Message[]): Promise<void>;
  close(): void;
}

/** Rejects if there is no such queue. */
export async function openQueue(endpoint: string, QueueUrl: string): Promise<FifoQueue> {
  const client = new SQSClient({ ...localClient(endpoint), maxAttempts: 1 });
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return {
    arn: Attributes?.QueueArn ?? '',
    async receive(atMost) {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: atMost,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      });
      return (await client.send(command)).Messages ?? [];
    },
    async remove(messages) {
      if (messages.length === 0) return;
      await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: toEntries(messages) }));
    },
    async release(messages) {
      if (messages.length === 0) return;
      const Entries = toEntries(messages).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    },
    close: () => client.destroy(),
  };
}

function toEntries(messages: Message[]) {
  return messages.map(({ ReceiptHandle = '' }, index) => ({ Id: String(index), ReceiptHandle }));
}
