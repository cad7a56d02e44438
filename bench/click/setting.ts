import { PurgeQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { localClient, localRegion } from '../../stand-ins/aws/credentials.ts';
import { startDynamo } from '../../stand-ins/aws/dynamo.ts';
import { startLocalGroom } from '../../stand-ins/aws/local-groom.ts';
import { startSqs } from '../../stand-ins/aws/sqs.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import type { Bundles } from '../bundles.ts';
import { sessionOf } from '../burst/stage.ts';
import type { Subject } from '../burst/truth.ts';
import { type CountingProxy, startCountingProxy } from '../counting-proxy.ts';
import { crowdedWorkspace, HOST, IN_PLAIN, SECRETS } from '../workspace.ts';

/** A session that waits for votes, and all that a lone `slack` function needs around it. */
export interface Setting {
  /** The environment of the function under test. Its queue is its own, and nobody receives from it. */
  env: Record<string, string>;
  dynamo: CountingProxy;
  sqs: CountingProxy;
  /** The table behind `dynamo`. */
  endpoint: string;
  tableName: string;
  /** Calls of Slack's Web API since the last call of this. */
  takeSlackCalls(): number;
  /** Empties the queue. */
  purge(): Promise<void>;
  /** The payload of a tap on a card, as JSON. */
  tap: string;
  sessionId: string;
  userIds: string[];
  close(): Promise<void>;
}

/** How long Slack takes for a call, in ms: it matters to those who call it within the request. */
const SLACK_LATENCY = 100;
const VOTERS = 8;

export async function startSetting(subject: Subject, bundles: Pick<Bundles, Subject>): Promise<Setting> {
  const { workspace, voterIds } = crowdedWorkspace(VOTERS);
  const slack = await startSlack({ ...SECRETS, workspace, limits: 'off', latency: () => SLACK_LATENCY });
  const database = await startDynamo();
  const dynamo = await startCountingProxy(database.endpoint);
  const code = { slack: bundles[subject].slack, publish: bundles.ours.publish };
  const options = {
    ...SECRETS,
    slackApiUrl: slack.apiUrl,
    dynamoEndpoint: database.endpoint,
    code,
    env: IN_PLAIN,
  };
  const groom = await startLocalGroom(options);
  slack.deliverTo = groom.url;
  const idle = await startSqs();
  const sqs = await startCountingProxy(idle.endpoint);
  const client = new SQSClient(localClient(idle.endpoint));

  await slack.as(HOST).command('/groom Add SSO login');
  await groom.settled();
  const message = slack.lastMessage();
  const [voter = HOST] = voterIds;
  let calls = 0;
  slack.intercept(() => {
    calls++;
    return undefined;
  });
  return {
    env: environment(slack.apiUrl, groom.tableName, dynamo.url, sqs.url, idle.queueUrl),
    dynamo,
    sqs,
    endpoint: database.endpoint,
    tableName: groom.tableName,
    userIds: voterIds,
    sessionId: sessionOf(message),
    tap: JSON.stringify(slack.as(voter).payloadOfClick(message, '5')),
    takeSlackCalls() {
      const taken = calls;
      calls = 0;
      return taken;
    },
    async purge() {
      await client.send(new PurgeQueueCommand({ QueueUrl: idle.queueUrl }));
    },
    async close() {
      client.destroy();
      await groom.close();
      await Promise.all([dynamo.close(), sqs.close(), slack.close()]);
      await Promise.all([idle.close(), database.close()]);
    },
  };
}

function environment(slackApiUrl: string, table: string, dynamo: string, sqs: string, queueUrl: string) {
  return {
    SLACK_SIGNING_SECRET: SECRETS.signingSecret,
    SLACK_BOT_TOKEN: SECRETS.botToken,
    SLACK_API_URL: slackApiUrl,
    TABLE_NAME: table,
    QUEUE_URL: new URL(new URL(queueUrl).pathname, sqs).href,
    // `publish` asks for these at its start; nothing here has a deadline.
    QUEUE_ARN: 'arn:aws:sqs:local:000000000000:groom.fifo',
    SCHEDULE_GROUP: 'groom',
    SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/scheduler',
    SCHEDULE_DEAD_LETTER_ARN: 'arn:aws:sqs:local:000000000000:schedule-dead',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    AWS_ENDPOINT_URL_SQS: sqs,
    AWS_REGION: localRegion,
    // The stand-ins hold the caller of this name to the role of the function.
    AWS_ACCESS_KEY_ID: 'slack',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_LAMBDA_FUNCTION_NAME: 'slack',
  };
}
