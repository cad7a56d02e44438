import { readAccount, readParameters, readQueue, readStack, readTable } from './aws.ts';
import { tryInChannel } from './channel.ts';
import { checkAccount } from './checks/account.ts';
import { checkChannel, measuredIn } from './checks/channel.ts';
import { checkFrontDoor } from './checks/front-door.ts';
import { checkColdStart, checkFunction } from './checks/functions.ts';
import { checkInstallation } from './checks/installation.ts';
import { checkParameter, type ParameterFacts } from './checks/parameters.ts';
import { checkDeadLetters, checkEventSource, checkQueue } from './checks/queues.ts';
import { checkStack } from './checks/stack.ts';
import { checkTable } from './checks/table.ts';
import type { Clients } from './clients.ts';
import { type Expected, expectedOf } from './expected.ts';
import type { Finding } from './finding.ts';
import { knockSigned, readFrontDoor } from './front-door.ts';
import { examineFunction, forceColdStart, readEventSource, readSecretPaths } from './lambda.ts';
import { readInstallation } from './slack.ts';

export interface Examination {
  stage: string;
  clients: Clients;
  /** The address of the front door; that of the stack's API if absent. */
  url: string | undefined;
  isColdStartForced: boolean;
  /** Where messages may be tried: a scratch channel, or the operator’s member ID; nowhere if absent. */
  channel: string | undefined;
  /** serverless.yml and slack-manifest.yml, parsed. */
  template: unknown;
  manifest: unknown;
  /** Slack's own if absent. */
  slackApiUrl: string | undefined;
  /** Says what is being looked at, and what was measured. */
  say(line: string): void;
}

interface Deployment extends Examination {
  expected: Expected;
  /** Ids of the stack's resources, by their names in serverless.yml; empty where one is missing. */
  id(name: string): string;
  /** The front door, as the stack says. */
  door: string;
  /** Empty if they can't be read. */
  parameters: readonly ParameterFacts[];
}

/** Looks at all of a deployment. What can't be looked at is a finding, too. */
export async function examineAll(examination: Examination): Promise<Finding[]> {
  const { stage, template, manifest, url, clients, say } = examination;
  const expected = expectedOf(template, manifest, stage);
  const stack = await readStack(clients.cloudFormation, expected.stackName).catch((error: Error) => error);
  if (stack instanceof Error) return [unseen('stack', stack)];
  const findings = checkStack(stack, expected.resources);
  if (stack.status === undefined) return findings;
  const deployment: Deployment = {
    ...examination,
    expected,
    id: (name) => stack.resources[name] ?? '',
    door: url ?? `${stack.outputs.HttpApiUrl}${expected.path}`,
    parameters: [],
  };
  for (const { what, needs, look } of LOOKS) {
    // What the stack has not is a finding already.
    if (needs.some((name) => stack.resources[name] === undefined)) continue;
    say(`Looking at: ${what}`);
    findings.push(...(await look(deployment).catch((error: unknown) => [unseen(what, error)])));
  }
  return findings;
}

interface Look {
  what: string;
  /** Resources of the stack, without which there is nothing to see. */
  needs: readonly string[];
  look(deployment: Deployment): Promise<Finding[]>;
}

const FUNCTIONS = { slack: 'SlackLambdaFunction', publish: 'PublishLambdaFunction' } as const;

const LOOKS: readonly Look[] = [
  { what: 'queues', needs: [], look: queues },
  { what: 'event source', needs: ['Queue', FUNCTIONS.publish], look: eventSource },
  { what: 'table', needs: ['Table'], look: table },
  { what: 'account', needs: ['Queue', FUNCTIONS.publish, 'AlarmTopic'], look: account },
  { what: 'secrets', needs: [FUNCTIONS.slack], look: secrets },
  { what: 'what slack may do', needs: [FUNCTIONS.slack], look: (given) => tried(given, 'slack') },
  { what: 'what publish may do', needs: [FUNCTIONS.publish], look: (given) => tried(given, 'publish') },
  { what: 'front door', needs: [FUNCTIONS.slack, 'HttpApi'], look: frontDoor },
  { what: 'cold start', needs: [FUNCTIONS.slack, 'HttpApi'], look: coldStart },
  { what: 'Slack', needs: [FUNCTIONS.slack], look: installation },
  { what: 'messages', needs: [FUNCTIONS.slack], look: messages },
];

const unseen = (what: string, error: unknown): Finding => ({
  what: `Can’t look at: ${what} (${error instanceof Error ? `${error.name}: ${error.message}` : String(error)})`,
  why: 'whatever is wrong there stays unseen',
  todo: 'Give your credentials the rights in docs/doctor-policy.json, and run doctor again',
});

async function queues({ expected, id, clients }: Deployment): Promise<Finding[]> {
  const names = Object.entries(expected.queues).filter(([name]) => id(name) !== '');
  const found = names.map(async ([name, attributes]) => {
    const queue = await readQueue(clients.sqs, id(name));
    const dead = name === 'Queue' ? [] : checkDeadLetters(name, queue);
    return [...checkQueue(name, queue, attributes), ...dead];
  });
  return (await Promise.all(found)).flat();
}

async function readSource({ id, clients }: Deployment) {
  const { QueueArn: queueArn = '' } = await readQueue(clients.sqs, id('Queue'));
  return readEventSource(clients.lambda, { functionName: id(FUNCTIONS.publish), queueArn });
}

async function eventSource(deployment: Deployment): Promise<Finding[]> {
  return checkEventSource(await readSource(deployment), deployment.expected.batchSize);
}

async function table({ id, clients }: Deployment): Promise<Finding[]> {
  return checkTable(await readTable(clients.dynamo, id('Table')));
}

async function account(deployment: Deployment): Promise<Finding[]> {
  const { maximumConcurrency } = await readSource(deployment);
  return checkAccount(await readAccount(deployment.clients, deployment.id('AlarmTopic'), maximumConcurrency));
}

/** The others that need them look here. */
async function secrets(deployment: Deployment): Promise<Finding[]> {
  const { id, clients } = deployment;
  const paths = await readSecretPaths(clients.lambda, id(FUNCTIONS.slack));
  deployment.parameters = await readParameters(clients.ssm, paths);
  return deployment.parameters.flatMap(checkParameter);
}

/** Trimmed, as the functions read it. */
const secretOf = ({ parameters }: Deployment, secret: ParameterFacts['secret']): string | undefined =>
  parameters.find((one) => one.secret === secret)?.value?.trim();

async function tried(
  { id, clients, parameters, say }: Deployment,
  name: keyof typeof FUNCTIONS,
): Promise<Finding[]> {
  // Without its secrets a function doesn't start.
  if (parameters.some(({ value }) => value === undefined)) return [];
  const examined = await examineFunction(clients.lambda, id(FUNCTIONS[name]));
  if (typeof examined !== 'string') {
    say(`  ${examined.map(({ call, ms }) => `${call} ${ms} ms`).join(', ')}`);
  }
  return checkFunction(name, examined);
}

async function frontDoor(deployment: Deployment): Promise<Finding[]> {
  const signingSecret = secretOf(deployment, 'signing secret');
  const isInstalled = signingSecret !== undefined && secretOf(deployment, 'bot token') !== undefined;
  return isInstalled ? checkFrontDoor(await readFrontDoor(deployment.door, signingSecret)) : [];
}

async function coldStart(deployment: Deployment): Promise<Finding[]> {
  const { isColdStartForced, clients, id, door, say } = deployment;
  const signingSecret = secretOf(deployment, 'signing secret');
  if (!isColdStartForced || signingSecret === undefined) return [];
  await forceColdStart(clients.lambda, id(FUNCTIONS.slack));
  const began = performance.now();
  await knockSigned(door, signingSecret);
  const ms = Math.round(performance.now() - began);
  say(`  ${ms} ms`);
  return checkColdStart(ms);
}

async function installation(deployment: Deployment): Promise<Finding[]> {
  const botToken = secretOf(deployment, 'bot token');
  if (botToken === undefined) return [];
  const facts = await readInstallation(botToken, deployment.slackApiUrl);
  return checkInstallation(facts, deployment.expected.scopes);
}

async function messages(deployment: Deployment): Promise<Finding[]> {
  const { channel, slackApiUrl, say } = deployment;
  const botToken = secretOf(deployment, 'bot token');
  if (channel === undefined) say('  none were tried: there is no --channel');
  if (channel === undefined || botToken === undefined) return [];
  const facts = await tryInChannel(botToken, channel, slackApiUrl);
  for (const line of measuredIn(facts)) say(`  ${line}`);
  return checkChannel(channel, facts);
}
