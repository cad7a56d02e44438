import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { WebClient } from '@slack/web-api';
import { render } from '../../blocks/message/render.ts';
import { createDynamoDirectory } from '../../src/aws/dynamo/dynamo-directory.ts';
import { createDynamoStore } from '../../src/aws/dynamo/dynamo-store.ts';
import { createEventBridgeSchedule } from '../../src/aws/eventbridge-schedule.ts';
import { createSqsQueue, type Receipts } from '../../src/aws/sqs-queue.ts';
import type { Deps } from '../../src/play/deps.ts';
import { createReaders } from '../../src/play/readers.ts';
import type { Queue } from '../../src/ports/queue.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import { createOneWorkspace } from '../../src/slack/one-workspace.ts';
import { webClientOptions } from '../../src/slack/web-chat.ts';
import { SECOND } from '../../src/time.ts';
import { createBoltLogger } from '../bolt-logger.ts';
import { type Environment, type PublishEnvironment, readLogLevel } from './environment.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';

/** Slack shows a warning after three seconds: an AWS call that hangs must fail early enough to be retried. */
const AWS_TIMEOUTS = { connectionTimeout: 500, requestTimeout: 1000, throwOnRequestTimeout: true };
const AWS = { maxAttempts: 3, requestHandler: AWS_TIMEOUTS } as const;

/** `slack` posts and opens modals before its ack; `publish` has ten seconds for all it does. */
const SLACK_TIMEOUT = { slack: 2 * SECOND, publish: 2.5 * SECOND };

interface AwsDeps extends Deps {
  queue: Queue & Receipts;
}

/** The real thing: DynamoDB, SQS and Slack, with the system's clock. */
export function createDeps(environment: Environment, service: 'slack' | 'publish'): AwsDeps {
  const { tableName: table, queueUrl, botToken, slackApiUrl, sessionTtlHours, historyDays } = environment;
  const log = createLog(readLogLevel(), { service });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(AWS), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const web = new WebClient(botToken, {
    ...webClientOptions(SLACK_TIMEOUT[service]),
    logger: createBoltLogger(log),
    ...(slackApiUrl && { slackApiUrl }),
  });
  const now = Date.now;
  const directory = createDynamoDirectory({ client, table, historyDays, now });
  const chats = createOneWorkspace(web);
  return {
    store: createDynamoStore({ client, table, sessionTtlHours, now }),
    directory,
    // Before an ack nobody asks Slack for somebody's language: `slack` knows what `publish` has learnt.
    readers: createReaders({ directory, now, ...(service === 'publish' && { chats }) }),
    queue: createSqsQueue({ client: new SQSClient(AWS), queueUrl }),
    chats,
    log,
    metrics: createMetrics(service),
    now,
    render,
  };
}

/** Where deadlines wait. `slack` has none: the permission to make schedules is `publish`'s alone. */
export function createScheduler(environment: PublishEnvironment, queue: Queue): Scheduler {
  return createEventBridgeSchedule({
    client: new SchedulerClient(AWS),
    queue,
    now: Date.now,
    groupName: environment.scheduleGroup,
    queueArn: environment.queueArn,
    roleArn: environment.scheduleRoleArn,
    deadLetterArn: environment.scheduleDeadLetterArn,
  });
}

/**
 * Starts a Lambda function once per container. Its environment has been checked by then, so that a missing
 * variable stops the start; the secrets are fetched here. A fetch that failed is tried again with the next
 * invocation.
 */
export function onceStarted<E extends Environment, T>(
  fetchEnvironment: () => Promise<E>,
  start: (environment: E) => T,
): () => Promise<T> {
  let started: Promise<T> | undefined;
  const begin = () => {
    const beginning = fetchEnvironment().then(start);
    started = beginning;
    // Reported by whoever awaits it; unhandled, it would end the container before its first invocation.
    beginning.catch(() => {
      started = undefined;
    });
    return beginning;
  };
  begin();
  return () => started ?? begin();
}
