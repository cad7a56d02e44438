import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { createDynamoDirectory } from '../../src/aws/dynamo/dynamo-directory.ts';
import { createDynamoStore } from '../../src/aws/dynamo/dynamo-store.ts';
import { createEventBridgeSchedule } from '../../src/aws/eventbridge-schedule.ts';
import { createSqsQueue, type Receipts } from '../../src/aws/sqs-queue.ts';
import type { Queue } from '../../src/ports/queue.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import type { Secret } from '../../src/ports/secret.ts';
import { SECOND } from '../../src/time.ts';
import { type HostDeps, withSlack } from '../host/deps.ts';
import { createLog } from '../host/log.ts';
import { AWS, type Clients } from './clients.ts';
import { type Environment, ownLogLevel, type PublishEnvironment } from './environment.ts';
import { createMetrics } from './metrics.ts';

/** `slack` posts and opens modals before its ack; `publish` has ten seconds for all it does. */
const SLACK_TIMEOUT = { slack: 2 * SECOND, publish: 2.5 * SECOND };

interface AwsDeps extends HostDeps {
  queue: Queue & Receipts;
}

/** The real thing: DynamoDB, SQS and Slack, with the system's clock. */
export function createDeps(
  environment: Environment,
  service: 'slack' | 'publish',
  { dynamo: client, sqs, fetch }: Clients,
  botToken: Secret,
): AwsDeps {
  const { tableName: table, queueUrl, slackApiUrl, sessionTtlHours, historyDays, admins } = environment;
  const now = Date.now;
  const ports = {
    store: createDynamoStore({ client, table, sessionTtlHours, now }),
    directory: createDynamoDirectory({ client, table, historyDays, now }),
    queue: createSqsQueue({ client: sqs, queueUrl }),
    log: createLog(ownLogLevel(), { service }),
    metrics: createMetrics(service),
    now,
    admins,
  };
  const timeout = SLACK_TIMEOUT[service];
  return withSlack(ports, { fetch, botToken, slackApiUrl, timeout, asks: service === 'publish' });
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
