import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examined } from '../../handlers/lambda/doctor.ts';
import { readPermissions } from '../../stand-ins/aws/permissions.ts';
import type { FunctionName } from '../../stand-ins/aws/template.ts';
import { startWorkspace, type TestWorkspace, type WorkspaceOptions } from './workspace.ts';

const TABLE = ['PutItem', 'GetItem', 'UpdateItem', 'Query', 'Query byUser'].map((one) => `dynamodb:${one}`);
const CALLS: Record<FunctionName, string[]> = {
  slack: [
    'ssm:GetParameters',
    ...TABLE,
    'dynamodb:DeleteItem',
    'sqs:SendMessage',
    'auth.test',
    'chat.postMessage',
  ],
  publish: [
    'ssm:GetParameters',
    ...TABLE,
    'sqs:SendMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'scheduler:CreateSchedule',
    'auth.test',
    'chat.postMessage',
    'chat.postEphemeral',
    'chat.update',
    'users.info',
    'files.getUploadURLExternal',
  ],
};
const FUNCTIONS = ['slack', 'publish'] as const;

/** In a role, but nothing that the function itself calls. */
const NOT_CALLED = /^(logs:.*|kms:.*|iam:PassRole|ssm:GetParameter|sqs:(ReceiveMessage|GetQueueAttributes))$/;
const actionsOf = (name: FunctionName): string[] =>
  [...(readPermissions().get(name) ?? [])].filter((action) => !NOT_CALLED.test(action));

async function examinedIn(options: WorkspaceOptions, name: FunctionName): Promise<Examined[]> {
  const w = await startWorkspace(options);
  try {
    return (await w.groom.invoke(name, { doctor: true })) as Examined[];
  } finally {
    await w.close();
  }
}
const failed = (examined: readonly Examined[]): string[] =>
  examined.filter(({ error }) => error !== undefined).map(({ call }) => call);

describe('A function that is invoked with { doctor: true }', () => {
  let w: TestWorkspace;
  beforeAll(async () => {
    w = await startWorkspace();
    w.slack.grant('users:read');
    w.slack.grant('files:write');
  });
  afterAll(() => w.close());

  it.each(FUNCTIONS)(
    'should make one of every call that %s may make, and say how long it took',
    async (name) => {
      const examined = (await w.groom.invoke(name, { doctor: true })) as Examined[];
      expect(examined.map(({ call }) => call)).toEqual(CALLS[name]);
      for (const { ms, error } of examined) {
        expect(error).toBeUndefined();
        expect(ms).toBeGreaterThanOrEqual(0);
      }
      await w.groom.settled();
      expect(w.slack.messages()).toEqual([]);
    },
  );

  it.each(FUNCTIONS)('should make a call for each action that the role of %s allows', (name) => {
    const called = CALLS[name].flatMap((call) => /^\w+:\w+/.exec(call) ?? []);
    expect(new Set(called)).toEqual(new Set(actionsOf(name)));
  });

  it('should not be had over HTTP, signed or not', async () => {
    const body = JSON.stringify({ doctor: true });
    const before = w.slack.traffic.length;
    const headers = { ...w.slack.sign(body), 'Content-Type': 'application/json' };
    expect(await w.slack.deliver({ body, headers })).toMatchObject({ status: 200, body: '' });
    const unsigned = { 'Content-Type': 'application/json' };
    expect(await w.slack.deliver({ body, headers: unsigned })).toMatchObject({ status: 401, body: '' });
    const calls = w.slack.traffic.slice(before).filter(({ direction }) => direction === 'to Slack');
    expect(calls).toEqual([]);
  });
});

describe('What a function finds', () => {
  const nowhere = 'http://127.0.0.1:9/000000000000/nowhere.fifo';
  const toSlack = (name: FunctionName) => CALLS[name].filter((call) => !call.includes(':'));

  it.each([
    ['another table', { TABLE_NAME: 'nowhere' }, 'slack', [...TABLE, 'dynamodb:DeleteItem']],
    ['another queue', { QUEUE_URL: nowhere }, 'slack', ['sqs:SendMessage']],
    ['another schedule group', { SCHEDULE_GROUP: 'nowhere' }, 'publish', ['scheduler:CreateSchedule']],
    ['another token', { SLACK_BOT_TOKEN: 'xoxb-of-nobody' }, 'slack', toSlack('slack')],
    ['another token', { SLACK_BOT_TOKEN: 'xoxb-of-nobody' }, 'publish', toSlack('publish')],
  ] as const)('should be %s: %o', async (_, env, name, calls) => {
    expect(failed(await examinedIn({ groom: { env } }, name))).toEqual(expect.arrayContaining([...calls]));
  });

  it.each(
    FUNCTIONS.flatMap((name) =>
      // Without this one it doesn't start, and answers nothing at all.
      actionsOf(name).flatMap((action) => (action === 'ssm:GetParameters' ? [] : [[name, action] as const])),
    ),
  )('should be that the role of %s lacks %s', async (name, action) => {
    const examined = await examinedIn({ groom: { denied: { [name]: [action] } } }, name);
    const denied = examined.filter(({ error }) => error?.includes(`not authorized to perform: ${action}`));
    expect(denied.map(({ call }) => call.split(' ')[0])).toEqual(
      action === 'dynamodb:Query' ? [action, action] : [action],
    );
  });

  it('should be which scopes were not granted', async () => {
    const examined = await examinedIn({}, 'publish');
    const lacking = examined.filter(({ error }) => error === 'missing_scope').map(({ call }) => call);
    expect(lacking).toEqual(['users.info', 'files.getUploadURLExternal']);
  });
});
