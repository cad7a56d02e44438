import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { WebClient } from '@slack/web-api';
import { render } from '../../blocks/message/render.ts';
import { createDynamoDirectory } from '../../src/aws/dynamo/dynamo-directory.ts';
import { createDynamoStore } from '../../src/aws/dynamo/dynamo-store.ts';
import { createEventBridgeSchedule } from '../../src/aws/eventbridge-schedule.ts';
import { createSqsQueue, type Receipts } from '../../src/aws/sqs-queue.ts';
import type { Deps } from '../../src/play/deps.ts';
import { createReaders } from '../../src/play/readers.ts';
import { createServed } from '../../src/play/served.ts';
import type { Queue } from '../../src/ports/queue.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import type { Secret } from '../../src/ports/secret.ts';
import type { Served } from '../../src/ports/served.ts';
import { countingLimits } from '../../src/slack/counted-limits.ts';
import { askTokenOwner, createOneWorkspace } from '../../src/slack/one-workspace.ts';
import { withNewestToken } from '../../src/slack/renewed-token.ts';
import { webClientOptions } from '../../src/slack/web-chat.ts';
import { SECOND } from '../../src/time.ts';
import { createBoltLogger } from '../bolt-logger.ts';
import { AWS, type Clients } from './clients.ts';
import { type Environment, type PublishEnvironment, readLogLevel } from './environment.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';

/** `slack` posts and opens modals before its ack; `publish` has ten seconds for all it does. */
const SLACK_TIMEOUT = { slack: 2 * SECOND, publish: 2.5 * SECOND };

interface AwsDeps extends Deps {
  served: Served;
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
  const log = createLog(readLogLevel(), { service });
  const metrics = createMetrics(service);
  const counted = countingLimits(fetch, metrics);
  const web = new WebClient(botToken.current, {
    fetch: withNewestToken(counted, botToken),
    ...webClientOptions(SLACK_TIMEOUT[service]),
    logger: createBoltLogger(log),
    ...(slackApiUrl && { slackApiUrl }),
  });
  const now = Date.now;
  const directory = createDynamoDirectory({ client, table, historyDays, now });
  // Only `publish` asks Slack: before an ack nobody does, and `slack` knows what `publish` has learnt.
  const ask = () => askTokenOwner(web);
  const served = createServed({ directory, log, now, ...(service === 'publish' && { ask }) });
  const chats = createOneWorkspace(web, counted, served);
  return {
    store: createDynamoStore({ client, table, sessionTtlHours, now }),
    directory,
    // So with people's languages.
    readers: createReaders({ directory, now, ...(service === 'publish' && { chats }) }),
    queue: createSqsQueue({ client: sqs, queueUrl }),
    chats,
    served,
    log,
    metrics,
    now,
    admins,
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
