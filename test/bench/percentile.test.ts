import { expect, test } from 'vitest';
import { median, percentile } from '../../bench/percentile.ts';

test.each([
  [0, 1],
  [0.5, 3],
  [0.8, 4],
  [0.95, 5],
  [1, 5],
])('the %d percentile of 1 to 5 is %d, in whatever order they come', (share, value) => {
  expect(percentile([5, 3, 1, 4, 2], share)).toBe(value);
});

test('the median of two is the lower one: it is a value that was measured', () => {
  expect(median([10, 20])).toBe(10);
});

test('of nothing there is none', () => {
  expect(percentile([], 0.95)).toBeUndefined();
});
