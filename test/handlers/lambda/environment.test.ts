import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import {
  MissingVariableError,
  readEnvironment,
  readLogLevel,
  readPublishEnvironment,
  readSlackEnvironment,
} from '../../../handlers/lambda/environment.ts';
import { closeServer, listenLocally } from '../../../stand-ins/aws/listen.ts';

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

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('The environment', () => {
  it('should be read with its defaults', async () => {
    expect(await readSlackEnvironment(VARIABLES)()).toEqual({
      signingSecret: 'secret',
      botToken: 'xoxb-1',
      tableName: 'groom',
      queueUrl: 'https://sqs.example/groom.fifo',
      sessionTtlHours: 168,
      historyDays: 365,
    });
  });

  it('should say where deadlines wait, to the function behind the queue', async () => {
    expect(await readPublishEnvironment({ ...VARIABLES, ...SCHEDULE })()).toMatchObject({
      botToken: 'xoxb-1',
      scheduleGroup: 'groom-dev',
      queueArn: SCHEDULE.QUEUE_ARN,
      scheduleRoleArn: SCHEDULE.SCHEDULE_ROLE_ARN,
      scheduleDeadLetterArn: SCHEDULE.SCHEDULE_DEAD_LETTER_ARN,
    });
  });

  test.each(Object.keys(SCHEDULE))('without %s, publish does not start', (name) => {
    const read = () => readPublishEnvironment({ ...VARIABLES, ...SCHEDULE, [name]: '' });
    expect(read).toThrow(MissingVariableError);
    expect(read).toThrow(name);
  });

  it('should be read with what operators set', async () => {
    const more = { SLACK_API_URL: 'http://127.0.0.1:1/api/', SESSION_TTL_HOURS: '0.5' };
    const read = readEnvironment({ ...VARIABLES, ...more });
    expect(await read()).toMatchObject({ slackApiUrl: 'http://127.0.0.1:1/api/', sessionTtlHours: 0.5 });
  });

  it('should not need the signing secret where nothing is verified', async () => {
    const { SLACK_SIGNING_SECRET: _, ...rest } = VARIABLES;
    expect(await readEnvironment(rest)()).not.toHaveProperty('signingSecret');
  });

  test.each(Object.keys(VARIABLES).flatMap((name) => [[name, undefined] as const, [name, ''] as const]))(
    'without %s (%j) nothing starts',
    (name, value) => {
      const read = () => readSlackEnvironment({ ...VARIABLES, [name]: value });
      expect(read).toThrow(MissingVariableError);
      expect(read).toThrow(name);
    },
  );
});

describe('SESSION_TTL_HOURS', () => {
  const ttl = (value: string) => readEnvironment({ ...VARIABLES, SESSION_TTL_HOURS: value })();

  test.each([
    ['', 168],
    ['1', 1],
    ['720', 720],
  ])('%j is %d hours', async (value, hours) => {
    expect(await ttl(value)).toMatchObject({ sessionTtlHours: hours });
  });

  test.each(['0', '-1', '720.5', 'NaN', 'Infinity', 'a week', '1e9'])('%j stops the start', (value) => {
    expect(() => ttl(value)).toThrow('SESSION_TTL_HOURS');
  });
});

describe('HISTORY_DAYS', () => {
  const history = (value: string) => readEnvironment({ ...VARIABLES, HISTORY_DAYS: value })();

  test.each([
    ['', 365],
    ['1', 1],
    ['3650', 3650],
  ])('%j is %d days', async (value, days) => {
    expect(await history(value)).toMatchObject({ historyDays: days });
  });

  test.each(['0', '0.5', '-1', '3651', 'NaN', 'Infinity', 'a year'])('%j stops the start', (value) => {
    expect(() => history(value)).toThrow('HISTORY_DAYS');
  });
});

test.each([
  [undefined, 'info'],
  ['', 'info'],
  ['loud', 'info'],
  ['DEBUG', 'debug'],
  ['error', 'error'],
])('LOG_LEVEL %j is %s', (value, level) => {
  expect(readLogLevel({ LOG_LEVEL: value })).toBe(level);
});

describe('A secret in the Parameter Store', () => {
  /** Reads the environment beside a Parameter Store that answers this. */
  async function readBeside(parameter: object | undefined) {
    const asked: { target: IncomingHttpHeaders[string]; body: unknown }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      asked.push({
        target: request.headers['x-amz-target'],
        body: JSON.parse(Buffer.concat(chunks).toString()),
      });
      const missing = { __type: 'ParameterNotFound', message: 'not there' };
      response.writeHead(parameter ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(parameter ? { Parameter: parameter } : missing));
    });
    vi.stubEnv('AWS_ENDPOINT_URL_SSM', await listenLocally(server));
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
    const read = readEnvironment({ ...VARIABLES, SLACK_BOT_TOKEN: 'ssm:/groom/bot-token' });
    const environment = await read().catch((error: unknown) => error);
    await closeServer(server);
    return { environment, asked };
  }

  it('should be fetched and decrypted', async () => {
    const { environment, asked } = await readBeside({ Name: '/groom/bot-token', Value: 'xoxb-2' });
    expect(environment).toMatchObject({ botToken: 'xoxb-2' });
    expect(asked).toEqual([
      { target: 'AmazonSSM.GetParameter', body: { Name: '/groom/bot-token', WithDecryption: true } },
    ]);
  });

  test.each([
    ['is not there', undefined, /not there/],
    ['is empty', { Name: '/groom/bot-token', Value: '' }, /\/groom\/bot-token is empty/],
  ])('that %s stops the start', async (_, parameter, message) => {
    const { environment } = await readBeside(parameter);
    expect(String(environment)).toMatch(message);
  });
});
