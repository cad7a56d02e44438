import { WebClient } from '@slack/web-api';
import { deleteProbe, type Probes, tableProbes } from '../../src/aws/probe.ts';
import { failureText } from '../../src/ports/chat.ts';
import type { Queue } from '../../src/ports/queue.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import { createWebChat, webClientOptions } from '../../src/slack/web-chat.ts';
import { MINUTE, type Millis, SECOND } from '../../src/time.ts';
import type { Clients } from './clients.ts';
import type { Environment } from './environment.ts';

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

/**
 * Makes one of every call that a function may make, one after the other, on a session that doesn't exist: the job that
 * is sent finds nothing to do, in a queue group of its own, and so does the schedule.
 */
export async function examine(
  environment: Environment,
  service: 'slack' | 'publish',
  { dynamo, fetch }: Clients,
  { queue, scheduler, botToken }: { queue: Queue; scheduler?: Scheduler; botToken: string },
): Promise<Examined[]> {
  const { tableName, slackApiUrl } = environment;
  const web = new WebClient(botToken, {
    fetch,
    ...webClientOptions(2 * SECOND),
    ...(slackApiUrl && { slackApiUrl }),
  });
  const sessionId = `DOCTOR-${Date.now()}`;
  const calls: Probes = {
    ...tableProbes(dynamo, tableName, Date.now),
    ...(service === 'slack' && deleteProbe(dynamo, tableName)),
    'sqs:SendMessage': () => queue.send([{ kind: 'changed', sessionId }]),
    ...(scheduler && {
      'scheduler:CreateSchedule': () =>
        scheduler.at({ kind: 'timer', sessionId, dueAt: Date.now() + 5 * MINUTE }),
    }),
    'auth.test': async () => {
      const answer = await createWebChat(web, fetch).check();
      if (!answer.ok) throw new Error(failureText(answer.failure));
    },
  };
  const examined: Examined[] = [];
  for (const [call, make] of Object.entries(calls)) examined.push(await timed(call, make));
  return examined;
}

async function timed(call: string, make: () => Promise<unknown>): Promise<Examined> {
  const began = performance.now();
  const error = await make().then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)),
  );
  const ms = Math.round(performance.now() - began);
  return { call, ms, ...(error !== undefined && { error }) };
}
