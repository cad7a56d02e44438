import { readFileSync } from 'node:fs';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { type Examination, examineAll } from '../../doctor/examine-all.ts';
import { asLine } from '../../doctor/finding.ts';
import { type LocalAccount, startAccount } from '../../stand-ins/aws/account.ts';
import { localRegion } from '../../stand-ins/aws/credentials.ts';
import type { Denied } from '../../stand-ins/aws/permissions.ts';
import { startWorkspace, type TestWorkspace, type WorkspaceOptions } from '../app/workspace.ts';

/** Of the form that Slack's have. */
export const SIGNING_SECRET = '0123456789abcdef'.repeat(2);
export const BOT_TOKEN = 'xoxb-1-2-token';

const SECRET = new RegExp(`${SIGNING_SECRET}|${BOT_TOKEN}`);

/** A workspace with Groom in it, and the AWS account that it is deployed in. */
export interface Deployment extends TestWorkspace {
  account: LocalAccount;
  /** What doctor says, line by line; what it looks at comes in `said`. */
  examined(changes?: Partial<Examination>): Promise<string[]>;
  said: string[];
}

export async function startDeployment(
  { groom, slack }: WorkspaceOptions = {},
  denied?: Denied,
): Promise<Deployment> {
  const secrets = { signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN };
  const w = await startWorkspace({
    slack: { ...secrets, ...slack },
    groom: { ...secrets, denied, ...groom },
  });
  const account = await startAccount(w.groom, { denied });
  const clients = clientsOf(w, account);
  const said: string[] = [];
  return {
    ...w,
    account,
    said,
    async examined(changes = {}) {
      const findings = await examineAll({
        ...examination(w, clients),
        say: (line) => said.push(line),
        ...changes,
      });
      const lines = findings.map(asLine);
      for (const line of [...lines, ...said]) {
        expect(line).not.toMatch(SECRET);
        expect(line).not.toContain('\n');
      }
      return lines;
    },
    async close() {
      for (const client of Object.values(clients)) client.destroy();
      await account.close();
      await w.close();
    },
  };
}

const examination = (w: TestWorkspace, clients: Examination['clients']) => ({
  stage: 'local',
  clients,
  url: undefined,
  isColdStartForced: false,
  channel: undefined,
  template: yaml('serverless.yml'),
  manifest: yaml('slack-manifest.yml'),
  slackApiUrl: w.slack.apiUrl,
});

function clientsOf({ groom }: TestWorkspace, { endpoint }: LocalAccount): Examination['clients'] {
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'local' };
  const at = (url: string) => ({ endpoint: url, region: localRegion, credentials, maxAttempts: 1 });
  return {
    cloudFormation: new CloudFormationClient(at(endpoint)),
    dynamo: new DynamoDBClient(at(endpoint)),
    lambda: new LambdaClient(at(endpoint)),
    sns: new SNSClient(at(endpoint)),
    sqs: new SQSClient(at(groom.sqsEndpoint)),
    ssm: new SSMClient(at(groom.ssm.endpoint)),
  };
}

const yaml = (name: string): unknown =>
  parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'), { logLevel: 'error' });
