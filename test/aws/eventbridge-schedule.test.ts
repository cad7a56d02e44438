import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import {
  createEventBridgeSchedule,
  type EventBridgeScheduleOptions,
} from '../../src/aws/eventbridge-schedule.ts';
import { messageGroup, parseJob } from '../../src/ports/job.ts';
import type { Scheduler, Timer } from '../../src/ports/schedule.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/time.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type LocalSchedule, startLocalSchedule } from './local-schedule.ts';

let place: LocalSchedule;
beforeEach(async () => {
  place = await startLocalSchedule();
});
afterEach(() => place.close());

const timer = (inMs: number): Timer => ({
  kind: 'timer',
  sessionId: '01K0000000000000000000000A',
  teamId: 'T1',
  dueAt: place.clock.now() + inMs,
});

/** What has come into the queue. */
async function arrived(): Promise<unknown[]> {
  const received = await place.queue.receive();
  for (const { receipt } of received) await place.queue.remove(receipt);
  return received.map(({ body, group }) => ({ job: parseJob(body), group }));
}

describe('What is due later', () => {
  it('should come in the minute before, in its own group', async () => {
    const job = timer(2 * HOUR);
    await place.schedule.at(job);
    await place.pass(2 * HOUR - MINUTE - 1);
    expect(await arrived()).toEqual([]);
    await place.pass(1);
    expect(await arrived()).toEqual([{ job, group: messageGroup(job) }]);
    expect(place.local.waiting).toEqual([]);
  });

  it('should come once, however often it was scheduled', async () => {
    const job = timer(HOUR);
    await Promise.all([place.schedule.at(job), place.schedule.at(job)]);
    await place.schedule.at(job);
    expect(place.local.waiting).toHaveLength(1);
    await place.pass(HOUR);
    expect(await arrived()).toHaveLength(1);
  });

  it('should be apart from another deadline of the same session', async () => {
    await place.schedule.at(timer(HOUR));
    await place.schedule.at(timer(2 * HOUR));
    expect(place.local.waiting).toHaveLength(2);
  });

  test.each([1, 500, 999])('should be rounded up to the second (%d ms)', async (ms) => {
    await place.schedule.at(timer(HOUR + ms));
    expect(place.local.waiting[0]?.at).toBe(place.clock.now() + HOUR - MINUTE + SECOND);
  });

  it('should wait for two weeks', async () => {
    await place.schedule.at(timer(14 * DAY));
    await place.pass(13 * DAY);
    expect(await arrived()).toEqual([]);
    await place.pass(DAY);
    expect(await arrived()).toHaveLength(1);
  });
});

describe('What is due soon, or should have been', () => {
  test.each([2 * MINUTE - 1, MINUTE, 1, 0, -1, -DAY])('should wait in the queue (%d ms)', async (ms) => {
    const job = timer(ms);
    await place.schedule.at(job);
    expect(place.local.waiting).toEqual([]);
    expect(await arrived()).toEqual([{ job, group: messageGroup(job) }]);
  });

  it('should never be asked of EventBridge Scheduler when it is past', async () => {
    await place.schedule.at(timer(2 * MINUTE));
    expect(place.local.waiting.map(({ at }) => at)).toEqual([place.clock.now() + MINUTE]);
  });
});

/** The product's scheduler, deployed a little differently. */
function otherwise(changes: Partial<EventBridgeScheduleOptions>): Scheduler {
  const { client, queue, clock, local } = place;
  return createEventBridgeSchedule({
    client,
    queue: queue.queue,
    now: clock.now,
    groupName: local.groupName,
    queueArn: queue.sqs.queueArn,
    roleArn: local.roleArn,
    ...changes,
  });
}

test.each([
  ['group', { groupName: 'another' }, 'ResourceNotFoundException'],
  ['role', { roleArn: 'arn:aws:iam::000000000000:role/another' }, 'ValidationException'],
  [
    'dead-letter queue',
    { deadLetterArn: 'arn:aws:sqs:us-east-1:000000000000:a.fifo' },
    'ValidationException',
  ],
])('A wrong %s is told', async (_, changes, name) => {
  await expect(otherwise(changes).at(timer(HOUR))).rejects.toMatchObject({ name });
  expect(place.local.waiting).toEqual([]);
});

test('An EventBridge Scheduler that is out of reach is told', async () => {
  const client = new SchedulerClient({ ...localClient('http://127.0.0.1:1'), maxAttempts: 1 });
  await expect(otherwise({ client }).at(timer(HOUR))).rejects.toThrow('ECONNREFUSED');
  expect(await arrived()).toEqual([]);
});
