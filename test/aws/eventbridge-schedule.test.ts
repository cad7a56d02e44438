import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Timer } from '../../src/ports/schedule.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/time.ts';
import { scheduleContract } from '../ports/schedule-contract.ts';
import { type LocalSchedule, startLocalSchedule } from './local-schedule.ts';

scheduleContract('the local EventBridge Scheduler', startLocalSchedule);

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

describe('What is due later', () => {
  it('should come in the minute before, and leave nothing behind', async () => {
    await place.schedule.at(timer(2 * HOUR));
    await place.pass(2 * HOUR - MINUTE - 1);
    expect(await place.arrived()).toEqual([]);
    await place.pass(1);
    expect(await place.arrived()).toHaveLength(1);
    expect(place.local.waiting).toEqual([]);
  });

  it('should come once, however often it was scheduled', async () => {
    const job = timer(HOUR);
    await Promise.all([place.schedule.at(job), place.schedule.at(job)]);
    await place.schedule.at(job);
    expect(place.local.waiting).toHaveLength(1);
    await place.pass(HOUR);
    expect(await place.arrived()).toHaveLength(1);
  });

  it('should be apart from another deadline of the same session', async () => {
    await place.schedule.at(timer(HOUR));
    await place.schedule.at(timer(2 * HOUR));
    expect(place.local.waiting).toHaveLength(2);
  });

  it.each([1, 500, 999])('should be rounded up to the second (%d ms)', async (ms) => {
    await place.schedule.at(timer(HOUR + ms));
    expect(place.local.waiting[0]?.at).toBe(place.clock.now() + HOUR - MINUTE + SECOND);
  });
});

describe('What is due soon, or should have been', () => {
  it.each([2 * MINUTE - 1, MINUTE, 1, 0, -1, -DAY])('should wait in the queue (%d ms)', async (ms) => {
    await place.schedule.at(timer(ms));
    expect(place.local.waiting).toEqual([]);
    expect(await place.arrived()).toHaveLength(1);
  });

  it('should never be asked of EventBridge Scheduler when it is past', async () => {
    await place.schedule.at(timer(2 * MINUTE));
    expect(place.local.waiting.map(({ at }) => at)).toEqual([place.clock.now() + MINUTE]);
  });
});

it.each([
  ['group', { groupName: 'another' }, 'ResourceNotFoundException'],
  ['role', { roleArn: 'arn:aws:iam::000000000000:role/another' }, 'ValidationException'],
  [
    'dead-letter queue',
    { deadLetterArn: 'arn:aws:sqs:us-east-1:000000000000:a.fifo' },
    'ValidationException',
  ],
])('A wrong %s is told', async (_, changes, name) => {
  await expect(place.otherwise(changes).at(timer(HOUR))).rejects.toMatchObject({ name });
  expect(place.local.waiting).toEqual([]);
});
