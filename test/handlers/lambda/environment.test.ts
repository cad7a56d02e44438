import { describe, expect, it } from 'vitest';
import { MissingVariableError, readLogLevel } from '../../../handlers/host/settings.ts';
import {
  readEnvironment,
  readPublishEnvironment,
  readSlackEnvironment,
} from '../../../handlers/lambda/environment.ts';
import { LONGEST_LIFE } from '../../../src/game/clock/lifetime.ts';
import { HOUR } from '../../../src/time.ts';

const VARIABLES = {
  SLACK_SIGNING_SECRET: 'secret',
  SLACK_BOT_TOKEN: 'xoxb-1',
  TABLE_NAME: 'groom',
  QUEUE_URL: 'https://sqs.example/groom.fifo',
};

const SCHEDULE = {
  SCHEDULE_GROUP: 'groom-dev',
  QUEUE_ARN: 'arn:aws:sqs:eu-central-1:111122223333:groom-dev.fifo',
  SCHEDULE_ROLE_ARN: 'arn:aws:iam::111122223333:role/scheduler',
  SCHEDULE_DEAD_LETTER_ARN: 'arn:aws:sqs:eu-central-1:111122223333:groom-dev-schedule-dead',
};

describe('The environment', () => {
  it('should be read with its defaults', () => {
    expect(readSlackEnvironment(VARIABLES)).toEqual({
      secrets: { signingSecret: 'secret', botToken: 'xoxb-1' },
      tableName: 'groom',
      queueUrl: 'https://sqs.example/groom.fifo',
      sessionTtlHours: 720,
      historyDays: 365,
      admins: new Set(),
    });
  });

  it('should name those who may see what operators need', () => {
    const { admins } = readSlackEnvironment({ ...VARIABLES, GROOM_ADMINS: ' U0ADA,U0BO, U0CY ' });
    expect([...admins]).toEqual(['U0ADA', 'U0BO', 'U0CY']);
  });

  it('should say where deadlines wait, to the function behind the queue', () => {
    expect(readPublishEnvironment({ ...VARIABLES, ...SCHEDULE })).toMatchObject({
      secrets: { botToken: 'xoxb-1' },
      scheduleGroup: 'groom-dev',
      queueArn: SCHEDULE.QUEUE_ARN,
      scheduleRoleArn: SCHEDULE.SCHEDULE_ROLE_ARN,
      scheduleDeadLetterArn: SCHEDULE.SCHEDULE_DEAD_LETTER_ARN,
    });
  });

  it.each(Object.keys(SCHEDULE))('without %s, publish does not start', (name) => {
    const read = () => readPublishEnvironment({ ...VARIABLES, ...SCHEDULE, [name]: '' });
    expect(read).toThrow(MissingVariableError);
    expect(read).toThrow(name);
  });

  it('should be read with what operators set', () => {
    const more = { SLACK_API_URL: 'http://127.0.0.1:1/api/', SESSION_TTL_HOURS: '0.5' };
    const read = readEnvironment({ ...VARIABLES, ...more });
    expect(read).toMatchObject({ slackApiUrl: 'http://127.0.0.1:1/api/', sessionTtlHours: 0.5 });
  });

  it('should not need the signing secret where nothing is verified', () => {
    const { SLACK_SIGNING_SECRET: _, ...rest } = VARIABLES;
    expect(readEnvironment(rest).secrets).toEqual({ botToken: 'xoxb-1' });
  });

  it.each(Object.keys(VARIABLES).flatMap((name) => [[name, undefined] as const, [name, ''] as const]))(
    'without %s (%j) nothing starts',
    (name, value) => {
      const read = () => readSlackEnvironment({ ...VARIABLES, [name]: value });
      expect(read).toThrow(MissingVariableError);
      expect(read).toThrow(name);
    },
  );
});

describe('SESSION_TTL_HOURS', () => {
  const ttl = (value: string) => readEnvironment({ ...VARIABLES, SESSION_TTL_HOURS: value });

  it.each([
    ['', 720],
    ['1', 1],
    ['2160', LONGEST_LIFE / HOUR],
  ])('%j is %d hours', (value, hours) => {
    expect(ttl(value)).toMatchObject({ sessionTtlHours: hours });
  });

  it.each(['0', '-1', '2160.5', 'NaN', 'Infinity', 'a week', '1e9'])('%j stops the start', (value) => {
    expect(() => ttl(value)).toThrow('SESSION_TTL_HOURS');
  });
});

describe('HISTORY_DAYS', () => {
  const history = (value: string) => readEnvironment({ ...VARIABLES, HISTORY_DAYS: value });

  it.each([
    ['', 365],
    ['1', 1],
    ['3650', 3650],
  ])('%j is %d days', (value, days) => {
    expect(history(value)).toMatchObject({ historyDays: days });
  });

  it.each(['0', '0.5', '-1', '3651', 'NaN', 'Infinity', 'a year'])('%j stops the start', (value) => {
    expect(() => history(value)).toThrow('HISTORY_DAYS');
  });
});

describe('PAINT_THROUGH_CLICKS', () => {
  const through = (value: string) =>
    readPublishEnvironment({ ...VARIABLES, ...SCHEDULE, PAINT_THROUGH_CLICKS: value });

  it.each([
    ['', false],
    ['off', false],
    ['on', true],
  ])('%j is %s', (value, paintsThroughClicks) => {
    expect(through(value)).toMatchObject({ paintsThroughClicks });
  });

  it.each(['true', 'ON', '1'])('%j stops the start', (value) => {
    expect(() => through(value)).toThrow('PAINT_THROUGH_CLICKS');
  });
});

describe('UPDATES_PER_MINUTE', () => {
  const updates = (value: string) =>
    readPublishEnvironment({ ...VARIABLES, ...SCHEDULE, UPDATES_PER_MINUTE: value });

  it.each([
    ['', 50],
    ['20', 20],
    ['10000', 10_000],
    ['off', 'off'],
  ])('%j is %s', (value, number) => {
    expect(updates(value)).toMatchObject({ updatesPerMinute: number });
  });

  it.each(['0', '19', '-50', '10001', 'NaN', 'Infinity', 'many'])('%j stops the start', (value) => {
    expect(() => updates(value)).toThrow('UPDATES_PER_MINUTE');
  });
});

it.each([
  [undefined, 'info'],
  ['', 'info'],
  ['loud', 'info'],
  ['DEBUG', 'debug'],
  ['error', 'error'],
])('LOG_LEVEL %j is %s', (value, level) => {
  expect(readLogLevel({ LOG_LEVEL: value })).toBe(level);
});
