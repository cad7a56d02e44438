import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localClient } from './credentials.ts';
import type { ScheduleTarget } from './schedule-request.ts';

/** How EventBridge Scheduler reaches the queues, in the name of its role. */
export interface Delivery {
  /** Sends the target's input to its queue. Rejects as SQS refuses. */
  toTarget(target: ScheduleTarget): Promise<void>;
  /** Sends it to the dead-letter queue, if there is one, with the reason beside it. */
  toDeadLetters(target: ScheduleTarget, error: unknown): Promise<void>;
  close(): void;
}

/** The stand-in for SQS recognises the role by this access key: see permissions.ts. */
const ACCESS_KEY = 'scheduler';

export function openDelivery(sqsEndpoint: string): Delivery {
  const credentials = { accessKeyId: ACCESS_KEY, secretAccessKey: 'local' };
  const client = new SQSClient({ ...localClient(sqsEndpoint), credentials, maxAttempts: 1 });
  return {
    async toTarget({ Arn, Input, SqsParameters }) {
      await client.send(
        // Without a deduplication id: the queue must make one of the content.
        new SendMessageCommand({ QueueUrl: urlOf(sqsEndpoint, Arn), MessageBody: Input, ...SqsParameters }),
      );
    },
    async toDeadLetters({ Arn, Input, DeadLetterConfig }, error) {
      if (!DeadLetterConfig) return;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      await client.send(
        new SendMessageCommand({
          QueueUrl: urlOf(sqsEndpoint, DeadLetterConfig.Arn),
          MessageBody: Input,
          MessageAttributes: {
            ERROR_CODE: { DataType: 'String', StringValue: name },
            ERROR_MESSAGE: { DataType: 'String', StringValue: message },
            TARGET_ARN: { DataType: 'String', StringValue: Arn },
          },
        }),
      );
    },
    close: () => client.destroy(),
  };
}

function urlOf(endpoint: string, arn: string): string {
  const [account, name] = arn.split(':').slice(-2);
  return new URL(`/${account}/${name}`, endpoint).href;
}
