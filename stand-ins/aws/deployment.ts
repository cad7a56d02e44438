import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { type FunctionName, type FunctionTemplate, type QueueTemplate, readTemplate } from './template.ts';

/** What the local AWS is made from: `serverless.yml`, so that the two can't drift apart. */
export interface Deployment {
  functions: Record<FunctionName, FunctionSettings>;
  /** The one route of the HTTP API, such as `POST /slack/events`. */
  route: string;
  /** Messages in one batch of `publish`, at most. */
  batchSize: number;
  /** Batches of `publish` at the same time, at most. */
  maxConcurrency: number;
  table: Omit<CreateTableCommandInput, 'TableName'>;
  /** The queue's attributes without its name, redrive policy and encryption. */
  queue: QueueSettings;
  deadLetterQueue: QueueSettings;
  scheduleDeadLetterQueue: QueueSettings;
  /** Receives after which a message is given up. */
  maxReceiveCount: number;
}

interface FunctionSettings {
  /** Seconds. */
  timeout: number;
  /** MiB. */
  memorySize: number;
  /** The names of its environment variables, without those that every Lambda function has. */
  variables: string[];
}

/** Attributes as CreateQueue takes them: strings, whatever they mean. */
type QueueSettings = Record<string, string>;

/** Throws if `serverless.yml` no longer has the form that this reads. */
export function readDeployment(): Deployment {
  const { params, provider, functions, resources } = readTemplate();
  const { Table, Queue, DeadLetterQueue, ScheduleDeadLetterQueue } = resources.Resources;
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = Table.Properties;
  if (!Queue.Properties.RedrivePolicy) throw new Error('serverless.yml: the queue has no RedrivePolicy');
  const settings = ({ timeout, memorySize, environment }: FunctionTemplate): FunctionSettings => ({
    timeout,
    memorySize,
    variables: Object.keys({ ...provider.environment, ...environment }),
  });
  return {
    functions: { slack: settings(functions.slack), publish: settings(functions.publish) },
    route: functions.slack.events[0].httpApi,
    batchSize: functions.publish.events[0].sqs.batchSize,
    maxConcurrency: params.default.publishConcurrency,
    table: { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode },
    queue: queueSettings(Queue.Properties),
    deadLetterQueue: queueSettings(DeadLetterQueue.Properties),
    scheduleDeadLetterQueue: queueSettings(ScheduleDeadLetterQueue.Properties),
    maxReceiveCount: Queue.Properties.RedrivePolicy.maxReceiveCount,
  };
}

/** The attributes that change how a queue behaves. Its name and its encryption are the cloud's affair. */
function queueSettings(properties: QueueTemplate): QueueSettings {
  const { QueueName: _, RedrivePolicy: __, SqsManagedSseEnabled: ___, ...rest } = properties;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
}
