import { WebClient } from '@slack/web-api';
import { type Probes, tableProbes } from '../../src/aws/probe.ts';
import type { Receipts } from '../../src/aws/sqs-queue.ts';
import { failureText, INVALID_TOKEN, type Outcome } from '../../src/ports/chat.ts';
import type { Queue } from '../../src/ports/queue.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import { outcome } from '../../src/slack/outcome.ts';
import { createWebChat, webClientOptions } from '../../src/slack/web-chat.ts';
import { MINUTE, type Millis, SECOND } from '../../src/time.ts';
import type { Clients } from './clients.ts';
import type { Environment } from './environment.ts';
import { fetchSecrets } from './start.ts';

/** A call that a function has made to see whether it can, and how long that took. */
export interface Examined {
  call: string;
  ms: Millis;
  /** Why it failed, in the words of AWS or Slack. */
  error?: string;
}

/** An operator's direct invocation. What comes over HTTP is never one: API Gateway wraps it. */
export const isDoctor = (event: object): event is { doctor: true } =>
  'doctor' in event && event.doctor === true && !('requestContext' in event) && !('Records' in event);

interface Ways {
  botToken: string;
  queue: Queue & Receipts;
  /** Only `publish` makes schedules. */
  scheduler?: Scheduler;
}

/**
 * Makes one of every call that a function may make, one after the other, on an item and a session of its own, which
 * nobody knows: the job that is sent finds nothing to do, in a queue group of its own, and so does the schedule. What
 * only works on something (a message that was received, a channel, a person, a click) is asked for on nothing: who may
 * not do it hears that first.
 */
export async function examine(
  environment: Environment,
  service: 'slack' | 'publish',
  clients: Clients,
  ways: Ways,
): Promise<Examined[]> {
  const sessionId = `DOCTOR-${Date.now()}`;
  const mayDelete = service === 'slack';
  const calls: Probes = {
    'ssm:GetParameters': () => fetchSecrets(clients.ssm, environment.secrets),
    ...tableProbes(clients.dynamo, environment.tableName, { now: Date.now, mayDelete }),
    'sqs:SendMessage': () => ways.queue.send([{ kind: 'changed', sessionId }]),
    ...(service === 'publish' && publisherProbes(ways, sessionId)),
    ...slackProbes(environment, service, clients, ways.botToken),
  };
  const examined: Examined[] = [];
  for (const [call, make] of Object.entries(calls)) examined.push(await timed(call, make));
  return examined;
}

/** What SQS says of a receipt that is none, to those who may use one. */
const NO_RECEIPT = /(ReceiptHandleIsInvalid|InvalidParameterValue|MessageNotInflight)$/;

function publisherProbes({ queue, scheduler }: Ways, sessionId: string): Probes {
  const dueAt = Date.now() + 5 * MINUTE;
  return {
    'sqs:ChangeMessageVisibility': () =>
      queue.postpone(sessionId, SECOND).catch((error: unknown) => {
        if (!(error instanceof Error && NO_RECEIPT.test(error.name))) throw error;
      }),
    'sqs:DeleteMessage': () => queue.finish([sessionId]),
    ...(scheduler && {
      'scheduler:CreateSchedule': () => scheduler.at({ kind: 'timer', sessionId, dueAt }),
    }),
  };
}

/** Nobody's id. */
const NOBODY = 'DOCTOR';
const NOTHING = { text: 'Groom', blocks: [] };

function slackProbes(
  { slackApiUrl }: Environment,
  service: 'slack' | 'publish',
  { fetch }: Clients,
  botToken: string,
): Probes {
  const options = { ...webClientOptions(2 * SECOND), ...(slackApiUrl && { slackApiUrl }) };
  const web = new WebClient(botToken, { fetch, ...options });
  const chat = createWebChat(web, fetch);
  const calls: Record<string, () => Promise<Outcome>> =
    service === 'slack'
      ? {
          'auth.test': () => chat.check(),
          'chat.postMessage': () => chat.post(NOBODY, NOTHING),
        }
      : {
          'auth.test': () => chat.check(),
          'chat.postMessage': () => chat.postDirect(NOBODY, NOTHING),
          'chat.postEphemeral': () => chat.postEphemeral(NOBODY, NOBODY, NOTHING),
          'chat.update': () => chat.update(NOBODY, '1.000000', NOTHING),
          'users.info': () => chat.profile(NOBODY),
          'files.getUploadURLExternal': () =>
            outcome(web.files.getUploadURLExternal({ filename: 'doctor.txt', length: 1 })),
        };
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, async () => throwUnlessAllowed(await call())]),
  );
}

/** https://docs.slack.dev/reference/methods/chat.update#errors: what says that the app may not do it. */
const NOT_ALLOWED: ReadonlySet<string> = new Set([
  ...INVALID_TOKEN,
  'missing_scope',
  'not_allowed_token_type',
  'access_denied',
  'accesslimited',
  'team_access_not_granted',
]);

function throwUnlessAllowed(answer: Outcome): void {
  if (answer.ok) return;
  const { failure } = answer;
  if (failure.kind === 'refused' && !NOT_ALLOWED.has(failure.error)) return;
  throw new Error(failureText(failure));
}

async function timed(call: string, make: () => Promise<unknown>): Promise<Examined> {
  const began = performance.now();
  const error = await make().then(() => undefined, textOf);
  const ms = Math.round(performance.now() - began);
  return { call, ms, ...(error !== undefined && { error }) };
}

function textOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.name === 'Error' ? thrown.message : `${thrown.name}: ${thrown.message}`;
}
