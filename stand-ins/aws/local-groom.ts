import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { localRegion } from './credentials.ts';
import { readDeployment } from './deployment.ts';
import { type LocalDynamo, startDynamo } from './dynamo.ts';
import { startFifoPump } from './fifo-pump.ts';
import { type Code, startLambda } from './lambda.ts';
import { startLambdaHttp } from './lambda-http.ts';
import type { Handler } from './load-handler.ts';
import type { Denied } from './permissions.ts';
import { type LocalScheduler, startScheduler } from './scheduler.ts';
import { type LocalSqs, startSqs } from './sqs.ts';
import { type LocalSsm, startSsm } from './ssm.ts';
import type { FunctionName } from './template.ts';

export interface LocalGroomOptions {
  /** Slack's Web API, ending in a slash: `http://127.0.0.1:3001/api/`. */
  slackApiUrl: string;
  /** Both are in SSM from the start; absent: the operator has not stored it yet. */
  signingSecret?: string | undefined;
  botToken?: string | undefined;
  /** Where the HTTP API listens; any free port by default. */
  port?: number;
  /** Added to both functions' environment, over what is set here: a proxy's `AWS_ENDPOINT_URL_SQS`, say. */
  env?: Record<string, string>;
  /** A running DynamoDB (Local) instead of the embedded one. */
  dynamoEndpoint?: string | undefined;
  /** Code to run instead of the built files. */
  code?: Partial<Record<FunctionName, Code>>;
  /** Containers of each function (default 2). */
  containers?: number | undefined;
  /** See `LambdaOptions`; for both functions. */
  around?: ((name: FunctionName, handler: Handler) => Handler) | undefined;
  /** The queue's, in seconds, instead of the minute in `serverless.yml`: tests with crashes can't wait that long. */
  visibilityTimeout?: number | undefined;
  /**
   * The clock of both functions and of EventBridge Scheduler, in ms since the epoch; the computer's if absent. A
   * test that moves it calls `scheduler.catchUp()` afterwards. What waits in the queue goes by the computer's.
   */
  now?: (() => number) | undefined;
  /** What a role, or an operator's policy, doesn't allow, though it is written: somebody has changed it by hand. */
  denied?: Denied | undefined;
  /** Gets every line that the functions log. */
  log?: ((line: string) => void) | undefined;
}

export interface LocalGroom {
  /** Where Slack sends what happens: `http://127.0.0.1:49152/slack/events`. */
  url: string;
  tableName: string;
  queueUrl: string;
  queueArn: string;
  deadLetterQueueUrl: string;
  dynamoEndpoint: string;
  scheduleDeadLetterQueueUrl: string;
  sqsEndpoint: string;
  scheduler: LocalScheduler;
  ssm: LocalSsm;
  /** The environment of each function. */
  variables: Readonly<Record<FunctionName, Readonly<Record<string, string>>>>;
  /**
   * Resolves when no request is being answered and the queue has nothing to do. Messages put back for later are
   * not waited for, unless they return within `returningWithinMs` from now (`Infinity`: all).
   */
  settled(options?: { returningWithinMs?: number }): Promise<void>;
  /** Invokes a function directly, as an operator does, past the HTTP API and the queue. */
  invoke(name: FunctionName, event: unknown): Promise<unknown>;
  /** Puts other code in place, in one function or both, on the same table and queues; see `LocalLambda`. */
  deploy(code: Partial<Record<FunctionName, Code>>): void;
  close(): Promise<void>;
}

/**
 * The whole of `serverless.yml` on this machine: its table, its queues, its schedules, and both built functions,
 * one behind an HTTP API and one behind the queue. Everything listens on 127.0.0.1 and is forgotten on `close()`.
 */
export async function startLocalGroom(options: LocalGroomOptions): Promise<LocalGroom> {
  const { dynamoEndpoint: endpoint, visibilityTimeout, denied, now } = options;
  const [dynamo, sqs, ssm] = await Promise.all([
    startDynamo({ endpoint, denied }),
    startSqs({ visibilityTimeout, denied }),
    startSsm({ parameters: parameters(options), now, denied }),
  ]);
  const scheduler = await startScheduler({ sqsEndpoint: sqs.endpoint, now, denied });
  const servers = { dynamo, sqs, scheduler, ssm };
  try {
    return await startFunctions(options, servers);
  } catch (error) {
    await Promise.all([dynamo.close(), sqs.close(), scheduler.close(), ssm.close()]);
    throw error;
  }
}

/** Where the secrets are in the local SSM. */
export const SIGNING_SECRET = '/groom/local/signing-secret';
export const BOT_TOKEN = '/groom/local/bot-token';

function parameters({ signingSecret, botToken }: LocalGroomOptions): Record<string, string> {
  return {
    ...(signingSecret !== undefined && { [SIGNING_SECRET]: signingSecret }),
    ...(botToken !== undefined && { [BOT_TOKEN]: botToken }),
  };
}

interface Servers {
  dynamo: LocalDynamo;
  sqs: LocalSqs;
  scheduler: LocalScheduler;
  ssm: LocalSsm;
}

async function startFunctions(options: LocalGroomOptions, servers: Servers): Promise<LocalGroom> {
  const { dynamo, sqs, scheduler, ssm } = servers;
  const { functions, route, batchSize, maxConcurrency } = readDeployment();
  const variablesOf = (name: FunctionName) => environment(name, functions[name].variables, options, servers);
  const variables = { slack: variablesOf('slack'), publish: variablesOf('publish') };
  const lambda = (name: FunctionName) =>
    startLambda({
      ...functions[name],
      name,
      code: options.code?.[name] ?? builtFile(name),
      env: variables[name],
      now: options.now,
      containers: options.containers,
      around: options.around && ((handler) => options.around?.(name, handler) ?? handler),
      log: options.log,
    });
  const slack = lambda('slack');
  const publish = lambda('publish');
  const http = await startLambdaHttp({ lambda: slack, route, port: options.port });
  const pump = await startFifoPump({ ...sqs, lambda: publish, batchSize, maxConcurrency });

  return {
    url: `${http.url}${route.split(' ')[1]}`,
    tableName: dynamo.tableName,
    queueUrl: sqs.queueUrl,
    queueArn: sqs.queueArn,
    deadLetterQueueUrl: sqs.deadLetterQueueUrl,
    scheduleDeadLetterQueueUrl: sqs.scheduleDeadLetterQueueUrl,
    dynamoEndpoint: dynamo.endpoint,
    sqsEndpoint: sqs.endpoint,
    scheduler,
    ssm,
    variables,
    async settled(waiting) {
      do {
        while (slack.running > 0) await sleep(5);
        await pump.idle(waiting);
      } while (slack.running > 0);
    },
    invoke: (name, event) => (name === 'slack' ? slack : publish).invoke(event),
    deploy(code) {
      if (code.slack) slack.deploy(code.slack);
      if (code.publish) publish.deploy(code.publish);
    },
    async close() {
      await http.close();
      await scheduler.close();
      // SQS goes at the same time, which ends the pump's waiting.
      await Promise.all([pump.close(), sqs.close()]);
      await Promise.all([dynamo.close(), ssm.close()]);
    },
  };
}

/** The path of a file that `npm run build` writes. */
export function builtFile(name: FunctionName): string {
  return fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url));
}

/** What `serverless.yml` sets for the function and no more, and what Lambda sets for every one. */
function environment(
  name: FunctionName,
  variables: readonly string[],
  options: LocalGroomOptions,
  { dynamo, sqs, scheduler, ssm }: Servers,
): Record<string, string> {
  const values: Record<string, string> = {
    SLACK_SIGNING_SECRET: `ssm:${SIGNING_SECRET}`,
    SLACK_BOT_TOKEN: `ssm:${BOT_TOKEN}`,
    TABLE_NAME: dynamo.tableName,
    // The SDK calls the host in the queue's URL, whatever the endpoint.
    QUEUE_URL: new URL(new URL(sqs.queueUrl).pathname, options.env?.AWS_ENDPOINT_URL_SQS ?? sqs.endpoint)
      .href,
    QUEUE_ARN: sqs.queueArn,
    SCHEDULE_GROUP: scheduler.groupName,
    SCHEDULE_ROLE_ARN: scheduler.roleArn,
    SCHEDULE_DEAD_LETTER_ARN: sqs.scheduleDeadLetterQueueArn,
    SESSION_TTL_HOURS: '720',
    HISTORY_DAYS: '365',
    GROOM_ADMINS: '',
    LOG_LEVEL: 'warn',
    // Whoever has the local Slack limit its calls sets this as well.
    UPDATES_PER_MINUTE: 'off',
    PAINT_THROUGH_CLICKS: 'off',
  };
  return {
    ...Object.fromEntries(variables.map((variable) => [variable, values[variable] ?? missing(variable)])),
    SLACK_API_URL: options.slackApiUrl,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    AWS_ENDPOINT_URL_SCHEDULER: scheduler.endpoint,
    AWS_ENDPOINT_URL_SSM: ssm.endpoint,
    AWS_REGION: localRegion,
    // The stand-ins know the caller by it, and hold it to its role.
    AWS_ACCESS_KEY_ID: name,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_LAMBDA_FUNCTION_NAME: name,
    ...options.env,
  };
}

function missing(variable: string): never {
  throw new Error(`serverless.yml sets ${variable}, for which there is no local value`);
}
