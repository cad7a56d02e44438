import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Examined } from '../../handlers/lambda/doctor.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

const TABLE = ['PutItem', 'GetItem', 'UpdateItem', 'Query', 'Query byUser'].map((one) => `dynamodb:${one}`);

describe('A function that is invoked with { doctor: true }', () => {
  let w: TestWorkspace;
  beforeAll(async () => {
    w = await startWorkspace();
  });
  afterAll(() => w.close());

  it.each([
    ['slack', [...TABLE, 'dynamodb:DeleteItem', 'sqs:SendMessage', 'auth.test']],
    ['publish', [...TABLE, 'sqs:SendMessage', 'scheduler:CreateSchedule', 'auth.test']],
  ] as const)(
    'should make one of every call that %s may make, and say how long it took',
    async (name, calls) => {
      const examined = (await w.groom.invoke(name, { doctor: true })) as Examined[];
      expect(examined.map(({ call }) => call)).toEqual(calls);
      for (const { ms, error } of examined) {
        expect(error).toBeUndefined();
        expect(ms).toBeGreaterThanOrEqual(0);
      }
      await w.groom.settled();
      expect(w.slack.messages()).toEqual([]);
    },
  );

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

describe('What it finds', () => {
  it.each([
    ['another table', { TABLE_NAME: 'nowhere' }, 'slack', 'dynamodb:PutItem'],
    [
      'another queue',
      { QUEUE_URL: 'http://127.0.0.1:9/000000000000/nowhere.fifo' },
      'slack',
      'sqs:SendMessage',
    ],
    ['another schedule group', { SCHEDULE_GROUP: 'nowhere' }, 'publish', 'scheduler:CreateSchedule'],
    ['another token', { SLACK_BOT_TOKEN: 'xoxb-of-nobody' }, 'publish', 'auth.test'],
  ] as const)('%s', async (_, env, name, call) => {
    const w = await startWorkspace({ groom: { env } });
    try {
      const examined = (await w.groom.invoke(name, { doctor: true })) as Examined[];
      expect(examined.find((one) => one.call === call)?.error).toBeTruthy();
      expect(examined.filter(({ error }) => error === undefined).length).toBeGreaterThan(0);
    } finally {
      await w.close();
    }
  });
});
