import { expect, it } from 'vitest';
import { pause } from '../../src/publish/pacing.ts';

const SHOWN_AT = 100_000;

it.each([
  // updates in a row, nothing new for a moment, ms since the last update: ms to wait yet
  [1, false, 0, 1000],
  [1, false, 400, 600],
  [1, false, 1000, 0],
  [4, false, 0, 1000],
  [5, false, 0, 3000],
  [5, false, 1000, 2000],
  [5, false, 3000, 0],
  [20, false, 0, 3000],
  [5, true, 0, 1000],
  [5, true, 1000, 0],
])('after update %d in a row (quiet: %s), %d ms later: wait %d ms', (streak, quiet, since, wait) => {
  expect(pause({ at: SHOWN_AT, streak }, quiet, SHOWN_AT + since)).toBe(wait);
});

it.each([
  ['long ago', 60_000],
  ['never', Number.POSITIVE_INFINITY],
])('what was last shown %s need not wait', (_, since) => {
  expect(pause({ at: SHOWN_AT, streak: 9 }, false, SHOWN_AT + since)).toBeLessThanOrEqual(0);
});
