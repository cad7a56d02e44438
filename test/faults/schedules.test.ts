import { beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from './schedule.ts';
import { explain, plan, playSchedules } from './schedules.ts';
import { CLIMATES, type Climate, SWEEP_LENGTH } from './temper.ts';

/** Several people play sessions through the built functions while a bad network lies between all parts. */

const COUNTS = { quick: 150, crashes: 70, hanging: 35, sweep: SWEEP_LENGTH, deliveries: 20 };

let outcomes: Outcome[] = [];

beforeAll(async () => {
  const schedules = plan(COUNTS);
  const began = Date.now();
  outcomes = await playSchedules(schedules);
  const faults = outcomes.reduce((sum, outcome) => sum + outcome.faults.length, 0);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${outcomes.length} schedules with ${faults} faults in ${seconds} s`);
}, 900_000);

describe('A session through a bad network', () => {
  it.each(Object.entries(CLIMATES) as [Climate, string][])('should lose nothing, %s: %s', (climate) => {
    const played = outcomes.filter((outcome) => outcome.climate === climate);
    console.log(`${climate}: ${played.length} schedules`);
    expect(explain(played)).toBe('');
  });
});
