import { readFileSync } from 'node:fs';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { parse } from 'yaml';

/** What `serverless.yml` says of a function, as far as the local Lambda imitates it. */
export interface FunctionSettings {
  /** Seconds. */
  timeout: number;
  /** MiB. */
  memorySize: number;
}

/** The parts of `serverless.yml` that the local AWS is made from, so that the two can't drift apart. */
export interface Deployment {
  functions: { slack: FunctionSettings; publish: FunctionSettings };
  /** The one route of the HTTP API, such as `POST /slack/events`. */
  route: string;
  /** Messages in one batch of `publish`, at most. */
  batchSize: number;
  table: Omit<CreateTableCommandInput, 'TableName'>;
  /** In SQS's own spelling, without the name, the redrive policy and the encryption. */
  queue: QueueSettings;
  deadLetterQueue: QueueSettings;
  /** Receives after which a message is given up. */
  maxReceiveCount: number;
}

/** Attributes as CreateQueue takes them: strings, whatever they mean. */
export type QueueSettings = Record<string, string>;

interface Template {
  functions: {
    slack: FunctionSettings & { events: [{ httpApi: string }] };
    publish: FunctionSettings & { events: [{ sqs: { batchSize: number } }] };
  };
  resources: {
    Resources: {
      Table: { Properties: CreateTableCommandInput };
      Queue: { Properties: QueueProperties };
      DeadLetterQueue: { Properties: QueueProperties };
    };
  };
}

type QueueProperties = Record<string, unknown> & { RedrivePolicy?: { maxReceiveCount: number } };

const template = new URL('../../serverless.yml', import.meta.url);

/** Reads `serverless.yml`. Variables (`${…}`) and intrinsic functions (`!Ref …`) stay unresolved. */
export function readDeployment(): Deployment {
  const { functions, resources } = parse(readFileSync(template, 'utf8'), { logLevel: 'error' }) as Template;
  const { Table, Queue, DeadLetterQueue } = resources.Resources;
  const { AttributeDefinitions, KeySchema, BillingMode } = Table.Properties;
  if (!Queue.Properties.RedrivePolicy) throw new Error('serverless.yml: the queue has no RedrivePolicy');
  return {
    functions,
    route: functions.slack.events[0].httpApi,
    batchSize: functions.publish.events[0].sqs.batchSize,
    table: { AttributeDefinitions, KeySchema, BillingMode },
    queue: queueSettings(Queue.Properties),
    deadLetterQueue: queueSettings(DeadLetterQueue.Properties),
    maxReceiveCount: Queue.Properties.RedrivePolicy.maxReceiveCount,
  };
}

/** The attributes that change how a queue behaves. Its name and its encryption are the cloud's affair. */
function queueSettings(properties: QueueProperties): QueueSettings {
  const { QueueName: _, RedrivePolicy: __, SqsManagedSseEnabled: ___, ...rest } = properties;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
}
