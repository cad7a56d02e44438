import { beforeAll, expect, test } from 'vitest';
import type { Outcome } from './schedule.ts';
import { explain, plan, playSchedules } from './schedules.ts';
import type { Climate } from './weather.ts';

/** Several people play sessions through the built functions while a bad network lies between all parts. */

const COUNTS = { quick: 180, crashes: 90, hanging: 40 };

let outcomes: Outcome[] = [];

beforeAll(async () => {
  const schedules = plan(COUNTS);
  const began = Date.now();
  outcomes = await playSchedules(schedules);
  const faults = outcomes.reduce((sum, outcome) => sum + outcome.faults.length, 0);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${outcomes.length} schedules with ${faults} faults in ${seconds} s`);
}, 900_000);

test.each<[Climate, string]>([
  ['quick', 'calls that fail at once, or take effect and seem to have failed'],
  ['crashes', 'functions that die at any of their calls'],
  ['hanging', 'calls that are never answered, and may land when nobody expects it any more'],
])('%s: %s', (climate) => {
  const played = outcomes.filter((outcome) => outcome.climate === climate);
  console.log(`${climate}: ${played.length} schedules`);
  expect(explain(played)).toBe('');
});
