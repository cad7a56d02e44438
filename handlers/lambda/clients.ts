import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { createFetch, type Fetch } from '../../src/slack/https-fetch.ts';
import type { Environment } from './environment.ts';

/** Slack shows a warning after three seconds: an AWS call that hangs must fail early enough to be retried. */
const TIMEOUTS = { connectionTimeout: 500, requestTimeout: 1000, throwOnRequestTimeout: true };
export const AWS = { maxAttempts: 3, requestHandler: TIMEOUTS } as const;

const SLACK_API = 'https://slack.com/api/';

/** What a function talks to the world with. */
export interface Clients {
  dynamo: DynamoDBClient;
  sqs: SQSClient;
  /** How often it is asked again, readSecrets decides. */
  ssm: SSMClient;
  fetch: Fetch;
}

export function createClients(): Clients {
  return {
    dynamo: new DynamoDBClient(AWS),
    sqs: new SQSClient(AWS),
    ssm: new SSMClient({ ...AWS, maxAttempts: 1 }),
    fetch: createFetch(),
  };
}

/**
 * Opens the connections that the first click will need, while the secrets are on their way: three TLS handshakes, and
 * code of the SDK that runs for the first time. It asks for an item that isn't there, sends SQS no messages, which it
 * refuses, and asks Slack whether it is there. Whatever fails is opened when it is needed.
 */
export function warmUp({ dynamo, sqs, fetch }: Clients, environment: Environment): void {
  const { tableName: TableName, queueUrl: QueueUrl, slackApiUrl = SLACK_API } = environment;
  const Key = { PK: { S: 'WARM' }, SK: { S: 'UP' } };
  // The request for the secrets goes first, and Lambda may hand out the first event meanwhile.
  setImmediate(() =>
    Promise.allSettled([
      dynamo.send(new GetItemCommand({ TableName, Key })),
      sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [] })),
      // https://docs.slack.dev/reference/methods/api.test
      fetch(`${slackApiUrl}api.test`, {
        method: 'POST',
        signal: AbortSignal.timeout(TIMEOUTS.requestTimeout),
      }),
    ]),
  );
}
