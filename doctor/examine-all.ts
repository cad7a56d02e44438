import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import {
  examineFunction,
  forceColdStart,
  readAccount,
  readEventSource,
  readParameters,
  readQueue,
  readStack,
  readTable,
} from './aws.ts';
import { checkAccount } from './checks/account.ts';
import { checkFrontDoor } from './checks/front-door.ts';
import { checkColdStart, checkFunction } from './checks/functions.ts';
import { checkInstallation } from './checks/installation.ts';
import { checkParameter } from './checks/parameters.ts';
import { checkDeadLetters, checkEventSource, checkQueue } from './checks/queues.ts';
import { checkStack } from './checks/stack.ts';
import { checkTable } from './checks/table.ts';
import { type Expected, expectedOf } from './expected.ts';
import type { Finding } from './finding.ts';
import { readFrontDoor } from './front-door.ts';
import { readInstallation } from './slack.ts';

export interface Examination {
  stage: string;
  region: string | undefined;
  /** The address of the front door; that of the stack's API if absent. */
  url: string | undefined;
  isColdStartForced: boolean;
  /** serverless.yml and slack-manifest.yml, parsed. */
  template: unknown;
  manifest: unknown;
  /** Says what is being looked at. */
  say(line: string): void;
}

/** Looks at all of a deployment. What can't be looked at is a finding, too. */
export async function examineAll(examination: Examination): Promise<Finding[]> {
  const { stage, region, template, manifest, say } = examination;
  const expected = expectedOf(template, manifest, stage);
  const at = region === undefined ? {} : { region };
  const stack = await readStack(new CloudFormationClient(at), expected.stackName);
  const findings = checkStack(stack, expected.resources);
  if (stack.status === undefined) return findings;
  const id = (name: string) => stack.resources[name] ?? '';
  const sqs = new SQSClient(at);
  const lambda = new LambdaClient(at);
  const ssm = new SSMClient(at);

  const looks: [string, () => Promise<Finding[]>][] = [
    ['queue', async () => checkQueue('of jobs', await readQueue(sqs, id('Queue')), expected.queue)],
    ['dead letters', async () => deadLetters(sqs, id)],
    [
      'event source',
      async () => checkEventSource(await readEventSource(lambda, id('PublishLambdaFunction'))),
    ],
    ['table', async () => checkTable(await readTable(new DynamoDBClient(at), id('Table')))],
    [
      'account',
      async () => {
        const clients = { quotas: new ServiceQuotasClient(at), ssm, sns: new SNSClient(at) };
        const topic = stack.resources.AlarmTopic;
        return checkAccount(await readAccount(clients, topic, expected.publishConcurrency));
      },
    ],
    ['functions', async () => functions(lambda, id)],
    ['secrets, front door and Slack', async () => secrets(examination, expected, ssm, lambda, id)],
  ];
  for (const [what, look] of looks) {
    say(`Looking at: ${what}`);
    findings.push(...(await look().catch((error: unknown) => [unseen(what, error)])));
  }
  return findings;
}

const unseen = (what: string, error: unknown): Finding => ({
  what: `Can’t look at: ${what} (${error instanceof Error ? `${error.name}: ${error.message}` : String(error)})`,
  why: 'whatever is wrong there stays unseen',
  todo: 'Give your credentials the right to read it, and run doctor again',
});

async function deadLetters(sqs: SQSClient, id: (name: string) => string): Promise<Finding[]> {
  const names = ['DeadLetterQueue', 'ScheduleDeadLetterQueue'];
  const found = names.map(async (name) => checkDeadLetters(name, await readQueue(sqs, id(name))));
  return (await Promise.all(found)).flat();
}

async function functions(lambda: LambdaClient, id: (name: string) => string): Promise<Finding[]> {
  const found = (['slack', 'publish'] as const).map(async (name) => {
    const resource = name === 'slack' ? 'SlackLambdaFunction' : 'PublishLambdaFunction';
    return checkFunction(name, await examineFunction(lambda, id(resource)));
  });
  return (await Promise.all(found)).flat();
}

async function secrets(
  { url, isColdStartForced }: Examination,
  expected: Expected,
  ssm: SSMClient,
  lambda: LambdaClient,
  id: (name: string) => string,
): Promise<Finding[]> {
  const parameters = await readParameters(ssm, expected.secretPaths);
  const findings = parameters.flatMap(checkParameter);
  const stored = (secret: string) => parameters.find((one) => one.secret === secret)?.value;
  const [signingSecret, botToken] = [stored('signing secret'), stored('bot token')];
  if (signingSecret !== undefined) {
    const { region } = lambda.config;
    const address =
      url ?? `https://${id('HttpApi')}.execute-api.${await region()}.amazonaws.com/slack/events`;
    findings.push(...checkFrontDoor(await readFrontDoor(address, signingSecret)));
    if (isColdStartForced) {
      await forceColdStart(lambda, id('SlackLambdaFunction'));
      const began = performance.now();
      await readFrontDoor(address, signingSecret);
      findings.push(...checkColdStart(Math.round(performance.now() - began)));
    }
  }
  if (botToken !== undefined) {
    findings.push(...checkInstallation(await readInstallation(botToken), expected.scopes));
  }
  return findings;
}
