import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageGroup } from '../../src/ports/job.ts';
import type { Scheduler, Timer } from '../../src/ports/schedule.ts';
import { type Clock, DAY, HOUR, MINUTE, type Millis, SECOND } from '../../src/time.ts';

/** A scheduler to be tested, nothing scheduled, and the queue behind it. */
export interface ScheduleBackend {
  schedule: Scheduler;
  /** The same while what it schedules with is out of reach. */
  outOfReach: Scheduler;
  now: Clock;
  /** Lets time pass, with all that is due in it. */
  pass(ms: Millis): Promise<void>;
  /** What has come into the queue since the last time. */
  arrived(): Promise<Arrival[]>;
  close(): Promise<void>;
}

interface Arrival {
  job: unknown;
  group: string;
}

/** The earliest that a timer comes before its time. */
const EARLY: Millis = 2 * MINUTE;

/** What every scheduler promises. */
export function scheduleContract(name: string, start: () => Promise<ScheduleBackend>): void {
  describe(`The schedule on ${name}`, () => {
    let place: ScheduleBackend;
    beforeEach(async () => {
      place = await start();
    });
    afterEach(() => place.close());

    const timer = (inMs: Millis): Timer => ({
      kind: 'timer',
      sessionId: '01K0000000000000000000000A',
      teamId: 'T1',
      dueAt: place.now() + inMs,
    });
    const arrivalOf = (job: Timer): Arrival => ({ job, group: messageGroup(job) });

    it.each([
      ['three minutes', 3 * MINUTE],
      ['an hour and a little', HOUR + 1],
      ['two weeks', 14 * DAY],
    ])('should bring what is due in %s by then, and not long before', async (_, ms) => {
      const job = timer(ms);
      await place.schedule.at(job);
      await place.pass(ms - EARLY - 1);
      expect(await place.arrived()).toEqual([]);
      await place.pass(EARLY + 1);
      expect(await place.arrived()).toEqual([arrivalOf(job)]);
      await place.pass(DAY);
      expect(await place.arrived()).toEqual([]);
    });

    it.each([EARLY, MINUTE, 1])('should bring what is due soon by then (%d ms)', async (ms) => {
      const job = timer(ms);
      await place.schedule.at(job);
      await place.pass(ms);
      expect(await place.arrived()).toEqual([arrivalOf(job)]);
    });

    it.each([0, -1, -SECOND, -DAY])(
      'should bring what should have come already at once (%d ms)',
      async (ms) => {
        const job = timer(ms);
        await place.schedule.at(job);
        expect(await place.arrived()).toEqual([arrivalOf(job)]);
      },
    );

    it.each([HOUR, MINUTE, -MINUTE])('should take the same job twice (%d ms)', async (ms) => {
      const job = timer(ms);
      await Promise.all([place.schedule.at(job), place.schedule.at(job)]);
      await place.schedule.at(job);
      await place.pass(Math.max(0, ms));
      expect(await place.arrived()).toContainEqual(arrivalOf(job));
    });

    it('should keep several deadlines of a session apart', async () => {
      const [sooner, later] = [timer(HOUR), timer(2 * HOUR)];
      await place.schedule.at(later);
      await place.schedule.at(sooner);
      await place.pass(HOUR);
      expect(await place.arrived()).toEqual([arrivalOf(sooner)]);
      await place.pass(HOUR);
      expect(await place.arrived()).toEqual([arrivalOf(later)]);
    });

    it.each([HOUR, 0])('should throw unless the job is certain to come (%d ms)', async (ms) => {
      await expect(place.outOfReach.at(timer(ms))).rejects.toThrow();
      await place.pass(ms);
      expect(await place.arrived()).toEqual([]);
    });
  });
}
