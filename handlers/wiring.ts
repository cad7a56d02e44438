import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { WebClient } from '@slack/web-api';
import { createSqsQueue } from '../src/queue/sqs-queue.ts';
import { createWebChat, webClientOptions } from '../src/slack/web-chat.ts';
import { createDynamoStore } from '../src/store/dynamo-store.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { Deps } from './deps.ts';
import { type Environment, readEnvironment, readLogLevel } from './environment.ts';
import { createLog } from './log.ts';

/** Slack shows a warning after three seconds: an AWS call that hangs must fail early enough to be retried. */
const AWS_TIMEOUTS = { connectionTimeout: 500, requestTimeout: 1000, throwOnRequestTimeout: true };
const AWS = { maxAttempts: 3, requestHandler: AWS_TIMEOUTS } as const;

/** The real thing: DynamoDB, SQS and Slack, with the system's clock. */
export function createDeps(environment: Environment, service: string): Deps {
  const { tableName, queueUrl, botToken, slackApiUrl, sessionTtlHours } = environment;
  const log = createLog(readLogLevel(), { service });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(AWS), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const web = new WebClient(botToken, {
    ...webClientOptions,
    logger: createBoltLogger(log),
    ...(slackApiUrl && { slackApiUrl }),
  });
  return {
    store: createDynamoStore({ client, table: tableName, sessionTtlHours, now: Date.now }),
    queue: createSqsQueue({ client: new SQSClient(AWS), queueUrl }),
    chat: createWebChat(web),
    log,
    now: Date.now,
  };
}

/**
 * Starts a Lambda function: the environment is checked at once, so that a missing variable stops the start;
 * secrets are fetched once per container. A fetch that failed is tried again with the next invocation.
 */
export function onceStarted<T>(start: (environment: Environment) => T): () => Promise<T> {
  const fetchEnvironment = readEnvironment();
  const begin = () =>
    fetchEnvironment()
      .then(start)
      .catch((error: unknown) => {
        started = undefined;
        throw error;
      });
  let started: Promise<T> | undefined = begin();
  // An unhandled rejection would end the container before its first invocation could report the error.
  started.catch(() => undefined);
  return () => {
    started ??= begin();
    return started;
  };
}
