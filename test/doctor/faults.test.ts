import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type Handler, loadHandler } from '../../stand-ins/aws/load-handler.ts';
import {
  BOT_TOKEN as BOT_TOKEN_PATH,
  builtFile,
  SIGNING_SECRET as SIGNING_SECRET_PATH,
} from '../../stand-ins/aws/local-groom.ts';
import { readPermissions } from '../../stand-ins/aws/permissions.ts';
import { gridWorkspace } from '../../stand-ins/slack/workspace.ts';
import type { WorkspaceOptions } from '../app/workspace.ts';
import { BOT_TOKEN, type Deployment, SIGNING_SECRET, startDeployment } from './deployment.ts';

/** Every account has it until somebody pays for more. */
const NOTE = /^Note: SSM answers 40 calls a second, and Lambda may start \d+ functions at once/;
/** On a busy computer anything may be. */
const SLOW = /^[\w:. ]+ takes (?:slack|publish) \d+ ms/;

async function inDeployment(
  options: WorkspaceOptions,
  look: (deployment: Deployment) => Promise<void>,
  denied: Parameters<typeof startDeployment>[1] = {},
): Promise<void> {
  const deployment = await startDeployment(options, denied);
  try {
    await look(deployment);
  } finally {
    await deployment.close();
  }
}

const withSqs = async (d: Deployment, use: (client: SQSClient) => Promise<unknown>) => {
  const client = new SQSClient(localClient(d.groom.sqsEndpoint));
  await use(client).finally(() => client.destroy());
};
const setQueue = (Attributes: Record<string, string>) => (d: Deployment) =>
  withSqs(d, (client) =>
    client.send(new SetQueueAttributesCommand({ QueueUrl: d.groom.queueUrl, Attributes })),
  );
const source = (d: Deployment) => d.account.eventSources[0] ?? never();
function never(): never {
  throw new Error('there is no event source');
}

describe('A deployment as it should be', () => {
  it('should be found to be well, but for what to know', async () => {
    await inDeployment({}, async (d) => {
      const lines = await d.examined({ isColdStartForced: true });
      expect(lines.filter((line) => !SLOW.test(line))).toEqual([expect.stringMatching(NOTE)]);
      expect(d.said.join('\n')).toMatch(/sqs:SendMessage \d+ ms.*chat.postMessage \d+ ms/);
      expect(d.account.functions['groom-local-slack']?.description).toMatch(/^Answers Slack\S* .*queues\.$/);
    });
  });

  it('should be left as it was, with nothing in Slack', async () => {
    await inDeployment({}, async (d) => {
      await d.examined();
      await d.groom.settled();
      expect(d.slack.messages()).toEqual([]);
      expect(d.log.filter((line) => line.includes('error'))).toEqual([]);
    });
  });
});

/** The built function, but for what it answers to doctor. */
function altered(d: Deployment, examined: () => unknown): Handler {
  const built = loadHandler(builtFile('slack'), { env: { ...d.groom.variables.slack }, log: () => {} });
  return async (event, context) => (isDoctor(event) ? examined() : built(event, context));
}
const isDoctor = (event: unknown) => typeof event === 'object' && event !== null && 'doctor' in event;

/** A front door that answers as told. */
function doorOf(d: Deployment, statuses: { signed?: number; unsigned?: number; old?: number }): Handler {
  const { signed = 200, unsigned = 401, old = 401 } = statuses;
  const built = altered(d, () => []);
  return async (event, context) => {
    if (isDoctor(event)) return built(event, context);
    const { headers } = event as { headers: Record<string, string> };
    const at = Number(headers['x-slack-request-timestamp'] ?? 0) * 1000;
    if (at === 0) return { statusCode: unsigned };
    return { statusCode: Date.now() - at > 300_000 ? old : signed };
  };
}

/** Each is planted alone, and found alone. */
type Fault = [expected: RegExp, plant: (d: Deployment) => unknown, options?: WorkspaceOptions];
const FAULTS: Fault[] = [
  [/^There is no stack groom-local/, (d) => Object.assign(d.account.stack, { name: 'groom-prod' })],
  [
    /^The stack groom-local is UPDATE_ROLLBACK_FAILED/,
    (d) => Object.assign(d.account.stack, { status: 'UPDATE_ROLLBACK_FAILED' }),
  ],
  ...[
    'Table',
    'Queue',
    'DeadLetterQueue',
    'PublishLambdaFunction',
    'HttpApi',
    'AlarmTopic',
    'SchedulerRole',
  ].map(
    (name): Fault => [
      new RegExp(`^The stack groom-local has no ${name}`),
      (d) => delete d.account.stack.resources[name],
    ],
  ),
  [/^Queue has VisibilityTimeout 5 instead of 60/, setQueue({ VisibilityTimeout: '5' })],
  [/^Queue has ContentBasedDeduplication false/, setQueue({ ContentBasedDeduplication: 'false' })],
  [
    /^Queue has maxReceiveCount 3 instead of 100/,
    (d) =>
      setQueue({
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: d.groom.queueArn.replace('.fifo', '-dead.fifo'),
          maxReceiveCount: 3,
        }),
      })(d),
  ],
  [
    /^1 messages lie in ScheduleDeadLetterQueue/,
    (d) =>
      withSqs(d, (client) =>
        client.send(
          new SendMessageCommand({ QueueUrl: d.groom.scheduleDeadLetterQueueUrl, MessageBody: '{}' }),
        ),
      ),
  ],
  [
    /^1 messages lie in DeadLetterQueue/,
    (d) =>
      withSqs(d, (client) =>
        client.send(
          new SendMessageCommand({
            QueueUrl: d.groom.deadLetterQueueUrl,
            MessageBody: '{}',
            MessageGroupId: '1',
            MessageDeduplicationId: '1',
          }),
        ),
      ),
  ],
  [/^The event source of publish is missing/, (d) => d.account.eventSources.splice(0)],
  [
    /^The event source of publish is missing/,
    (d) => Object.assign(source(d), { queueArn: 'arn:aws:sqs:us-east-1:000000000000:other.fifo' }),
  ],
  [
    /^The event source of publish is Disabled \(USER_INITIATED\)/,
    (d) => Object.assign(source(d), { state: 'Disabled' }),
  ],
  [/^The event source of publish brings 1 jobs/, (d) => Object.assign(source(d), { batchSize: 1 })],
  [
    /^The event source of publish takes no partial failures/,
    (d) => Object.assign(source(d), { responseTypes: [] }),
  ],
  [/^The event source of publish has no maximum concurrency/, (d) => delete source(d).maximumConcurrency],
  [/^The table is UPDATING/, (d) => Object.assign(d.account.table, { status: 'UPDATING' })],
  [/^The index byUser is missing/, (d) => Object.assign(d.account.table, { hasIndexes: false })],
  [/^Nothing in the table expires/, (d) => delete d.account.table.ttl],
  [/^The table expires items by ttl/, (d) => Object.assign(d.account.table, { ttl: 'ttl' })],
  [
    /^The table is not protected from deletion/,
    (d) => Object.assign(d.account.table, { isProtected: false }),
  ],
  [/^Lambda runs 10 functions at once here, and 5/, (d) => Object.assign(d.account, { concurrency: 10 })],
  [/^No address gets the alarms/, (d) => d.account.topic.subscriptions.splice(0)],
  [
    /^ops@acme.example has not confirmed/,
    (d) => Object.assign(d.account.topic.subscriptions[0] ?? {}, { arn: 'PendingConfirmation' }),
  ],
  [
    /^The signing secret at \/groom\/local\/signing-secret is a String/,
    (d) => d.groom.ssm.put(SIGNING_SECRET_PATH, SIGNING_SECRET, 'String'),
  ],
  [
    /^The bot token at .* begins or ends with a line break/,
    (d) => d.groom.ssm.put(BOT_TOKEN_PATH, `${BOT_TOKEN}\n`),
  ],
  [/^There is no bot token at \/groom\/local\/bot-token/, (d) => d.groom.ssm.remove(BOT_TOKEN_PATH)],
  [/^There is no signing secret at/, (d) => d.groom.ssm.remove(SIGNING_SECRET_PATH)],
  [
    /^slack does not answer \(out of memory\)/,
    (d) =>
      d.groom.deploy({
        slack: altered(d, () => {
          throw new Error('out of memory\n  at somewhere');
        }),
      }),
  ],
  [
    /^publish does not answer \(it is of an older version\)/,
    (d) => d.groom.deploy({ publish: async () => ({ batchItemFailures: [] }) }),
  ],
  [
    /^dynamodb:GetItem takes slack 900 ms/,
    (d) => d.groom.deploy({ slack: altered(d, () => [{ call: 'dynamodb:GetItem', ms: 900 }]) }),
  ],
  [/^slack can’t do dynamodb:PutItem/, () => {}, { groom: { denied: { slack: ['dynamodb:PutItem'] } } }],
  [
    /^publish can’t do sqs:ChangeMessageVisibility/,
    () => {},
    { groom: { denied: { publish: ['sqs:ChangeMessageVisibility'] } } },
  ],
  [/^A signed request is answered with 500/, (d) => d.groom.deploy({ slack: doorOf(d, { signed: 500 }) })],
  [
    /^An unsigned request is answered with 200/,
    (d) => d.groom.deploy({ slack: doorOf(d, { unsigned: 200 }) }),
  ],
  [/^An old request is answered with 200/, (d) => d.groom.deploy({ slack: doorOf(d, { old: 200 }) })],
  [/^Slack refuses the bot token \(invalid_auth\)/, (d) => d.groom.ssm.put(BOT_TOKEN_PATH, 'xoxb-3-4-other')],
  [/^The app has no scope commands/, (d) => d.slack.withdraw('commands')],
  [/^The app has no scope chat:write/, (d) => d.slack.withdraw('chat:write')],
  [/^The app has the scope channels:history/, (d) => d.slack.grant('channels:history')],
  [
    /^Note: Acme is a workspace of the organization E0ACME/,
    () => {},
    { slack: { workspace: gridWorkspace() } },
  ],
  [
    /^Note: The app is installed for the whole organization E0ACME/,
    () => {},
    { slack: { workspace: gridWorkspace(true) } },
  ],
];

describe('What doctor finds', () => {
  it.each(FAULTS)('should be: %s', async (expected, plant, options = {}) => {
    await inDeployment(options, async (d) => {
      await plant(d);
      const found = (await d.examined()).filter((line) => !NOTE.test(line));
      const lines = found.filter((line) => expected.test(line) || !SLOW.test(line));
      expect(lines).toEqual([expect.stringMatching(expected)]);
    });
  });

  it('should be a front door somewhere else', async () => {
    await inDeployment({}, async (d) => {
      const [line] = await d.examined({ url: 'http://127.0.0.1:9/' });
      expect(line).toMatch(NOTE);
      const lines = (await d.examined({ url: 'http://127.0.0.1:9/' })).filter((other) => !SLOW.test(other));
      expect(lines[1]).toMatch(/^A signed request is answered with \w*Error/);
    });
  });

  describe('in a channel', () => {
    const CHANNEL = 'C0PLANNING';
    const others = (lines: string[]) => lines.filter((line) => !NOTE.test(line) && !SLOW.test(line));
    const refusing = (d: Deployment, method: string, error: string, isIt: (args: object) => boolean) =>
      d.slack.intercept((called, args) =>
        called === method && isIt(args) ? { body: { ok: false, error } } : undefined,
      );
    const sizeOf = (args: object) => JSON.stringify(args).length;

    it('should be nothing, with what was measured, and nothing left behind', async () => {
      await inDeployment({}, async (d) => {
        for (const channel of [CHANNEL, 'U0ADA']) {
          expect(others(await d.examined({ channel }))).toEqual([]);
          const said = d.said.splice(0).join('\n');
          expect(said).toMatch(/^ {2}container: \w+$/m);
          expect(said).toMatch(/^ {2}data_visualization: \w+$/m);
          expect(said).toMatch(/^ {2}rich text replaced by none: block_mismatch$/m);
          expect(said).toMatch(/^ {2}largest blocks taken: 10000 bytes of text$/m);
          expect(said).toMatch(/^ {2}🚀 is read back as .*Ship it/m);
        }
        expect(d.slack.messages()).toEqual([]);
      });
    });

    it('should be one where the app may not post', async () => {
      await inDeployment({}, async (d) => {
        expect(others(await d.examined({ channel: 'C0NOWHERE' }))).toEqual([
          expect.stringMatching(/^Nothing can be posted in C0NOWHERE \(channel_not_found\)/),
        ]);
      });
    });

    it('should be boards that Slack refuses', async () => {
      await inDeployment({}, async (d) => {
        refusing(d, 'chat.update', 'msg_too_long', (args) => sizeOf(args) > 3000);
        expect(others(await d.examined({ channel: CHANNEL }))).toEqual([
          expect.stringMatching(/^Slack refuses a Japanese session of 300 people \(msg_too_long\)/),
        ]);
        expect(d.slack.messages()).toEqual([]);
      });
    });

    it('should be that Slack takes less than Groom may say', async () => {
      await inDeployment({}, async (d) => {
        const isLong = (args: object) => JSON.stringify(args).includes('x'.repeat(900));
        refusing(d, 'chat.postMessage', 'msg_blocks_too_long', isLong);
        const lines = others(await d.examined({ channel: CHANNEL }));
        expect(lines.at(-1)).toMatch(/^Slack takes blocks of 0 bytes of text, and Groom’s have up to 9000/);
      });
    });
  });

  it('should be a cold start that Slack would not wait for', async () => {
    await inDeployment({}, async (d) => {
      const { 'groom-local-slack': slack = never() } = d.account.functions;
      slack.restart = () => d.groom.deploy({ slack: async () => sleep(3100, { statusCode: 200 }) });
      const lines = await d.examined({ isColdStartForced: true });
      expect(lines.at(-1)).toMatch(/^A cold start of slack takes 3\d\d\d ms/);
    });
  });

  it.each([...(readPermissions().get('operator') ?? [])])(
    'should be that the operator lacks %s',
    async (action) => {
      const look = async (d: Deployment) => {
        const found = await d.examined({ isColdStartForced: true });
        const lines = found.filter((line) => !NOTE.test(line) && !SLOW.test(line));
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) {
          expect(line).toMatch(/^Can’t look at: [\w ]+ \(Access ?Denied/);
          expect(line).toContain(action);
        }
      };
      await inDeployment({}, look, { operator: [action] });
    },
  );
});
