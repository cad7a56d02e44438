import { readFileSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readQueue, readTable } from '../../doctor/aws.ts';
import { checkFrontDoor } from '../../doctor/checks/front-door.ts';
import { checkFunction, type Examined } from '../../doctor/checks/functions.ts';
import { checkInstallation } from '../../doctor/checks/installation.ts';
import { checkQueue } from '../../doctor/checks/queues.ts';
import { checkTable } from '../../doctor/checks/table.ts';
import { expectedOf } from '../../doctor/expected.ts';
import { readFrontDoor } from '../../doctor/front-door.ts';
import { readInstallation } from '../../doctor/slack.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { startWorkspace, type TestWorkspace } from '../app/workspace.ts';

const yaml = (name: string): unknown =>
  parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'), { logLevel: 'error' });
const expected = expectedOf(yaml('serverless.yml'), yaml('slack-manifest.yml'), 'prod');

describe('doctor, before the stand-ins', () => {
  let w: TestWorkspace;
  let sqs: SQSClient;
  beforeAll(async () => {
    w = await startWorkspace();
    sqs = new SQSClient(localClient(w.groom.sqsEndpoint));
  });
  afterAll(async () => {
    sqs.destroy();
    await w.close();
  });

  it('should expect what serverless.yml and the manifest say', () => {
    expect(expected).toMatchObject({
      stackName: 'groom-prod',
      queue: { FifoQueue: 'true', ContentBasedDeduplication: 'true', VisibilityTimeout: '60' },
      secretPaths: { 'signing secret': '/groom/prod/signing-secret', 'bot token': '/groom/prod/bot-token' },
    });
    expect(expected.resources).toContain('DeadLetterQueue');
    expect(expected.scopes).toContain('chat:write');
  });

  it('should find the front door shut to all but Slack, and a wrong secret', async () => {
    const { signingSecret } = w.slack.core.options;
    expect(checkFrontDoor(await readFrontDoor(w.groom.url, signingSecret))).toEqual([]);
    const [wrong] = checkFrontDoor(await readFrontDoor(w.groom.url, 'another'));
    expect(wrong?.what).toBe('A signed request is answered with 401');
    const [shut] = checkFrontDoor(await readFrontDoor('http://127.0.0.1:9/', signingSecret));
    expect(shut?.what).toMatch(/^A signed request is answered with \w+/);
  });

  it('should find both functions able to do what they do', async () => {
    for (const name of ['slack', 'publish'] as const) {
      const examined = (await w.groom.invoke(name, { doctor: true })) as Examined[];
      expect(checkFunction(name, examined).filter(({ what }) => what.includes('can’t'))).toEqual([]);
    }
  });

  it('should find the queue as deployed, and what was changed by hand', async () => {
    const { queueUrl: QueueUrl } = w.groom;
    expect(checkQueue('of jobs', await readQueue(sqs, QueueUrl), expected.queue)).toEqual([]);
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '5' } }));
    const [found] = checkQueue('of jobs', await readQueue(sqs, QueueUrl), expected.queue);
    expect(found?.what).toBe('The queue of jobs has VisibilityTimeout 5 instead of 60');
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { VisibilityTimeout: '60' } }));
  });

  it('should find a table whose items never expire', async () => {
    const client = new DynamoDBClient(localClient(w.groom.dynamoEndpoint));
    const { status, indexes, ...rest } = await readTable(client, w.groom.tableName).finally(() =>
      client.destroy(),
    );
    expect({ status, indexes }).toEqual({ status: 'ACTIVE', indexes: { byUser: 'ACTIVE' } });
    // Embedded, it has neither TTL nor protection: both are missed.
    expect(checkTable({ status, indexes, ...rest }).map(({ what }) => what)).toEqual([
      'Nothing in the table expires',
      'The table is not protected from deletion',
    ]);
  });

  it('should find a scope that was not granted, and a token that is none', async () => {
    const { botToken } = w.slack.core.options;
    const asked = () => readInstallation(botToken, w.slack.apiUrl);
    expect(checkInstallation(await asked(), expected.scopes)).toEqual([]);
    w.slack.withdraw('chat:write');
    expect(checkInstallation(await asked(), expected.scopes)).toMatchObject([
      { what: 'The app has no scope chat:write' },
    ]);
    w.slack.grant('chat:write');
    const other = await readInstallation('xoxb-other', w.slack.apiUrl);
    expect(checkInstallation(other, expected.scopes)).toMatchObject([
      { what: 'Slack refuses the bot token (invalid_auth)' },
    ]);
  });
});
