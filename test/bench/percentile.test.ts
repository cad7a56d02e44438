import { describe, expect, it } from 'vitest';
import { median, percentile } from '../../bench/percentile.ts';

describe('A percentile', () => {
  it.each([
    [0, 1],
    [0.5, 3],
    [0.8, 4],
    [0.95, 5],
    [1, 5],
  ])('should be, at %d of 1 to 5, %d, in whatever order they come', (share, value) => {
    expect(percentile([5, 3, 1, 4, 2], share)).toBe(value);
  });

  it('should be a value that was measured: the lower one of two', () => {
    expect(median([10, 20])).toBe(10);
  });

  it('should be nothing of nothing', () => {
    expect(percentile([], 0.95)).toBeUndefined();
  });
});
