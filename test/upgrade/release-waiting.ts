import { ChangeMessageVisibilityBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import type { LocalGroom } from '../../stand-ins/aws/local-groom.ts';
import { inspectQueue } from '../../stand-ins/aws/queue-state.ts';

/** Lets what was put back into the queue come now: it goes by the computer's clock, whatever a test has set ahead. */
export async function releaseWaiting({
  sqsEndpoint,
  queueUrl: QueueUrl,
  settled,
}: LocalGroom): Promise<void> {
  await settled();
  const { invisible } = await inspectQueue(sqsEndpoint, QueueUrl);
  const client = new SQSClient(localClient(sqsEndpoint));
  for (const { receiptHandle: ReceiptHandle } of invisible) {
    const Entries = [{ Id: '0', ReceiptHandle, VisibilityTimeout: 0 }];
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
  }
  client.destroy();
  await settled();
}
