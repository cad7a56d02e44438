import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import { localClient } from './credentials.ts';
import { readDeployment } from './deployment.ts';
import { type Denied, enforcePermissions } from './permissions.ts';

export interface LocalSqs {
  endpoint: string;
  queueUrl: string;
  queueArn: string;
  deadLetterQueueUrl: string;
  /** What EventBridge Scheduler could not send; not FIFO. */
  scheduleDeadLetterQueueUrl: string;
  scheduleDeadLetterQueueArn: string;
  close(): Promise<void>;
}

export interface SqsOptions {
  /** A running SQS stand-in to make the queues in, instead of the embedded one. */
  endpoint?: string | undefined;
  /** The queue's name without `.fifo`; a new one by default. */
  queueName?: string | undefined;
  /** Seconds; the minute in `serverless.yml` by default. */
  visibilityTimeout?: number | undefined;
  denied?: Denied | undefined;
}

let queues = 0;

/**
 * An SQS in this process with the FIFO queue and both dead-letter queues as `serverless.yml` defines them; or the
 * same three, under names of their own, in the one at `endpoint`.
 */
export async function startSqs(options: SqsOptions = {}): Promise<LocalSqs> {
  const name = options.queueName ?? `groom-${process.pid}-${Date.now()}-${++queues}`;
  const create = (endpoint: string) => createQueues(endpoint, name, options.visibilityTimeout);
  if (options.endpoint) {
    return { endpoint: options.endpoint, ...(await create(options.endpoint)), close: async () => {} };
  }
  // fauxqs' own startFauxqs() listens on all interfaces.
  const app = buildApp({ logger: false });
  enforcePermissions(app.server, options.denied);
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 });
  return { endpoint, ...(await create(endpoint)), close: async () => app.close() };
}

async function createQueues(endpoint: string, name: string, visibilityTimeout?: number) {
  const { queue, deadLetterQueue, scheduleDeadLetterQueue, maxReceiveCount } = readDeployment();
  const client = new SQSClient(localClient(endpoint));
  try {
    const dead = await createQueue(client, endpoint, `${name}-dead.fifo`, deadLetterQueue);
    const unsent = await createQueue(client, endpoint, `${name}-schedule-dead`, scheduleDeadLetterQueue);
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await arnOf(client, dead), maxReceiveCount });
    const main = await createQueue(client, endpoint, `${name}.fifo`, {
      ...queue,
      ...(visibilityTimeout !== undefined && { VisibilityTimeout: String(visibilityTimeout) }),
      RedrivePolicy,
    });
    return {
      queueUrl: main,
      queueArn: await arnOf(client, main),
      deadLetterQueueUrl: dead,
      scheduleDeadLetterQueueUrl: unsent,
      scheduleDeadLetterQueueArn: await arnOf(client, unsent),
    };
  } finally {
    client.destroy();
  }
}

/** The URL is spelled with `endpoint`: the host name that fauxqs puts in its own isn't known to every resolver. */
async function createQueue(
  client: SQSClient,
  endpoint: string,
  name: string,
  attributes: Record<string, string>,
) {
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  if (!QueueUrl) throw new Error(`CreateQueue gave no URL for ${name}`);
  return new URL(new URL(QueueUrl).pathname, endpoint).href;
}

async function arnOf(client: SQSClient, QueueUrl: string): Promise<string> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  return Attributes?.QueueArn ?? '';
}
