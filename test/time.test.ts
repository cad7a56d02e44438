import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionMillis, actionTs, epochSeconds, HOUR, isActionTs } from '../src/time.ts';

describe('An expiration', () => {
  it.each([
    [0, 0, 0],
    [1_700_000_000_000, 0, 1_700_000_000],
    [1_700_000_000_001, 0, 1_700_000_001],
    [1_700_000_000_000, HOUR, 1_700_003_600],
  ])('at %d ms, %d ms later, is second %d', (now, after, seconds) => {
    expect(epochSeconds(now, after)).toBe(seconds);
  });
});

describe('The time of an action', () => {
  it.each(['1700000000.123456', '0000000000.000000'])('%s is one', (value) => {
    expect(isActionTs(value)).toBe(true);
  });

  it.each([
    '1700000000',
    '1700000000.12345',
    '170000000.123456',
    '1700000000.1234567',
    ' 1700000000.123456',
    '1700000000.123456\n',
    '',
    1_700_000_000.123456,
    null,
  ])('%j is none', (value) => {
    expect(isActionTs(value)).toBe(false);
  });

  const millis = fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 });

  it('should be made of any moment, and compare as the moments do', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(isActionTs(actionTs(a))).toBe(true);
        expect(actionTs(a) < actionTs(b)).toBe(a < b);
      }),
    );
  });

  it('should tell its moment in milliseconds', () => {
    expect(actionMillis('1700000000.123456')).toBe(1_700_000_000_123);
  });
});
