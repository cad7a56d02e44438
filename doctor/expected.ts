/** What a deployment should be like, as serverless.yml and slack-manifest.yml have it. */
export interface Expected {
  stackName: string;
  /** By their names in the template. */
  resources: readonly string[];
  /** Attributes of each queue, by its name in the template. */
  queues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  batchSize: number;
  /** The path of the front door. */
  path: string;
  /** Scopes that the app asks for. */
  scopes: readonly string[];
}

interface Template {
  service: string;
  functions: {
    slack: { events: [{ httpApi: string }] };
    publish: { events: [{ sqs: { batchSize: number } }] };
  };
  resources: { Resources: Record<string, Resource> };
}

interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: string;
}

interface Manifest {
  oauth_config: { scopes: { bot: string[] } };
}

/** What the framework makes of the functions and their events. */
const MADE = ['SlackLambdaFunction', 'PublishLambdaFunction', 'PublishEventSourceMappingSQSQueue', 'HttpApi'];

/** Attributes of a queue that change what it does; the others are names, or the cloud's affair. */
const ATTRIBUTES = ['FifoQueue', 'ContentBasedDeduplication', 'VisibilityTimeout', 'MessageRetentionPeriod'];

/** Throws if the files no longer have the form that this reads. */
export function expectedOf(template: unknown, manifest: unknown, stage: string): Expected {
  const { service, functions, resources } = template as Template;
  const always = Object.entries(resources.Resources).filter(([, { Condition }]) => Condition === undefined);
  const queues = always.filter(([, { Type }]) => Type === 'AWS::SQS::Queue');
  return {
    stackName: `${service}-${stage}`,
    resources: [...MADE, ...always.map(([name]) => name)],
    queues: Object.fromEntries(queues.map(([name, { Properties }]) => [name, attributesOf(Properties)])),
    batchSize: functions.publish.events[0].sqs.batchSize,
    path: functions.slack.events[0].httpApi.replace(/^\w+ /, ''),
    scopes: (manifest as Manifest).oauth_config.scopes.bot,
  };
}

function attributesOf(properties: Record<string, unknown> = {}): Record<string, string> {
  const named = ATTRIBUTES.filter((name) => properties[name] !== undefined);
  const { maxReceiveCount } = (properties.RedrivePolicy ?? {}) as { maxReceiveCount?: number };
  return {
    ...Object.fromEntries(named.map((name) => [name, String(properties[name])])),
    ...(maxReceiveCount !== undefined && { maxReceiveCount: String(maxReceiveCount) }),
  };
}
