import { describe, expect, it } from 'vitest';
import { checkAccount } from '../../doctor/checks/account.ts';
import { checkFrontDoor } from '../../doctor/checks/front-door.ts';
import { checkColdStart, checkFunction } from '../../doctor/checks/functions.ts';
import { checkInstallation } from '../../doctor/checks/installation.ts';
import { checkParameter } from '../../doctor/checks/parameters.ts';
import { checkDeadLetters, checkEventSource, checkQueue } from '../../doctor/checks/queues.ts';
import { checkStack } from '../../doctor/checks/stack.ts';
import { checkTable } from '../../doctor/checks/table.ts';
import { asLine, type Finding } from '../../doctor/finding.ts';

const stack = { name: 'groom-prod', status: 'UPDATE_COMPLETE', resources: { Queue: 'q', Table: 't' } };
const secret = {
  secret: 'signing secret',
  path: '/s',
  type: 'SecureString',
  value: 'a1'.repeat(16),
} as const;
const token = { ...secret, secret: 'bot token', value: 'xoxb-1-2-abc' } as const;
const queue = { FifoQueue: 'true', VisibilityTimeout: '60', ApproximateNumberOfMessages: '0' };
const expected = { FifoQueue: 'true', VisibilityTimeout: '60' };
const source = {
  state: 'Enabled',
  batchSize: 10,
  responseTypes: ['ReportBatchItemFailures'],
  maximumConcurrency: 5,
};
const table = { status: 'ACTIVE', ttl: 'expirationTime', indexes: { byUser: 'ACTIVE' }, isProtected: true };
const { ttl: _, ...withoutTtl } = table;
const alarm = { endpoint: 'ops@acme.example', arn: 'arn:aws:sns:eu-west-1:1:alarms:2' };
const account = { concurrency: 1000, publishConcurrency: 5, isParameterStoreFast: true, alarms: [alarm] };
const door = { signed: 200, unsigned: 401, old: 401 };
const calls = [{ call: 'dynamodb:GetItem', ms: 7 }];
const installation = { scopes: ['commands', 'chat:write', 'users:read'], team: 'Acme' };
const scopes = ['commands', 'chat:write'];
const resources = ['Queue', 'Table'];

it.each<[string, Finding[]]>([
  ['a stack', checkStack(stack, resources)],
  ['a secret', checkParameter(secret)],
  ['a token', checkParameter(token)],
  ['a queue', checkQueue('q', queue, expected)],
  ['no dead letters', checkDeadLetters('dead', queue)],
  ['an event source', checkEventSource(source, 10)],
  ['a table', checkTable(table)],
  ['an account', checkAccount(account)],
  ['a function', checkFunction('slack', calls)],
  ['a cold start', checkColdStart(1900)],
  ['the front door', checkFrontDoor(door)],
  ['an installation', checkInstallation(installation, scopes)],
])('%s as it should be: nothing is found', (_what, findings) => {
  expect(findings).toEqual([]);
});

/** Each has one thing planted in it. */
it.each<[RegExp, Finding[]]>([
  [/There is no stack groom-prod/, checkStack({ name: 'groom-prod', resources: {} }, resources)],
  [/UPDATE_ROLLBACK_FAILED/, checkStack({ ...stack, status: 'UPDATE_ROLLBACK_FAILED' }, resources)],
  [/has no Table/, checkStack({ ...stack, resources: { Queue: 'q' } }, resources)],
  [/There is no signing secret at \/s/, checkParameter({ secret: 'signing secret', path: '/s' })],
  [/signing secret at \/s is a String/, checkParameter({ ...secret, type: 'String' })],
  [/line break/, checkParameter({ ...secret, value: `${secret.value}\n` })],
  [/is no signing secret/, checkParameter({ ...secret, value: secret.value.replace('a1', 'a\n') })],
  [/is no signing secret/, checkParameter({ ...secret, value: token.value })],
  [/is no bot token/, checkParameter({ ...token, value: 'xoxp-1-2-abc' })],
  [/VisibilityTimeout 30 instead of 60/, checkQueue('q', { ...queue, VisibilityTimeout: '30' }, expected)],
  [/FifoQueue unset/, checkQueue('q', { VisibilityTimeout: '60' }, expected)],
  [/3 messages lie in dead/, checkDeadLetters('dead', { ApproximateNumberOfMessages: '3' })],
  [/event source of publish is missing/, checkEventSource({}, 10)],
  [/event source of publish is Disabled/, checkEventSource({ ...source, state: 'Disabled' }, 10)],
  [/brings 1 jobs at a time instead of 10/, checkEventSource({ ...source, batchSize: 1 }, 10)],
  [/no partial failures/, checkEventSource({ ...source, responseTypes: [] }, 10)],
  [
    /no maximum concurrency/,
    checkEventSource({ state: 'Enabled', batchSize: 10, responseTypes: source.responseTypes }, 10),
  ],
  [/table is UPDATING/, checkTable({ ...table, status: 'UPDATING' })],
  [/Nothing in the table expires/, checkTable(withoutTtl)],
  [/expires items by ttl/, checkTable({ ...table, ttl: 'ttl' })],
  [/index byUser is missing/, checkTable({ ...table, indexes: {} })],
  [/not protected/, checkTable({ ...table, isProtected: false })],
  [/runs 10 functions at once/, checkAccount({ ...account, concurrency: 10 })],
  [/^Note: SSM answers 40/, checkAccount({ ...account, isParameterStoreFast: false })],
  [/No address gets the alarms/, checkAccount({ ...account, alarms: [] })],
  [/has not confirmed/, checkAccount({ ...account, alarms: [{ ...alarm, arn: 'PendingConfirmation' }] })],
  [/slack does not answer \(Unhandled\)/, checkFunction('slack', 'Unhandled')],
  [/can’t do sqs:SendMessage/, checkFunction('slack', [{ call: 'sqs:SendMessage', ms: 1, error: 'denied' }])],
  [/dynamodb:GetItem takes slack 900 ms/, checkFunction('slack', [{ call: 'dynamodb:GetItem', ms: 900 }])],
  [/cold start of slack takes 3200 ms/, checkColdStart(3200)],
  [/signed request is answered with 401/, checkFrontDoor({ ...door, signed: 401 })],
  [/An unsigned request is answered with 200/, checkFrontDoor({ ...door, unsigned: 200 })],
  [/An old request is answered with 200/, checkFrontDoor({ ...door, old: 200 })],
  [
    /refuses the bot token \(invalid_auth\)/,
    checkInstallation({ scopes: [], error: 'invalid_auth' }, scopes),
  ],
  [/has the scope channels:history/, checkInstallation({ scopes: [...scopes, 'channels:history'] }, scopes)],
  [
    /^Note: Acme is a workspace of the organization E0ACME/,
    checkInstallation({ ...installation, enterpriseId: 'E0ACME' }, scopes),
  ],
  [
    /^Note: The app is installed for the whole organization E0ACME/,
    checkInstallation({ ...installation, enterpriseId: 'E0ACME', isOrgWide: true }, scopes),
  ],
  [/no scope chat:write/, checkInstallation({ scopes: ['commands'] }, scopes)],
])('%s is found, and nothing else', (what, findings) => {
  expect(findings).toHaveLength(1);
  const [line = ''] = findings.map(asLine);
  expect(line).toMatch(what);
  expect(line).not.toContain('\n');
});

describe('What is wrong with a secret', () => {
  it.each([secret, token])('never says what it is: $secret', (parameter) => {
    const value = `${parameter.value} and more`;
    const said = checkParameter({ ...parameter, type: 'String', value })
      .map(asLine)
      .join();
    expect(said).not.toContain(parameter.value);
  });
});
