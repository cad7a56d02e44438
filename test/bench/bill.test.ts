import { describe, expect, it } from 'vitest';
import { billFor, totalOf, type Usage } from '../../bench/price/bill.ts';

const NOTHING: Usage = {
  httpApiRequests: 0,
  lambdaRequests: 0,
  lambdaGbSeconds: 0,
  writeUnits: 0,
  readUnits: 0,
  sqsRequests: 0,
  logBytes: 0,
};

describe('A bill', () => {
  it.each([
    // a million of each, or as many GB: dollars
    ['httpApiRequests', 1e6, 1],
    ['lambdaRequests', 1e6, 0.2],
    ['lambdaGbSeconds', 1e6, 13.3334],
    ['writeUnits', 1e6, 0.625],
    ['readUnits', 1e6, 0.125],
    ['sqsRequests', 1e6, 0.5],
    ['logBytes', 1e9, 0.5],
  ] as const)('%s: %d cost $%d', (what, amount, dollars) => {
    expect(totalOf(billFor({ ...NOTHING, [what]: amount }, 1))).toBeCloseTo(dollars, 6);
  });

  it('should be a thousand times as high for a thousand times the usage', () => {
    const usage = { ...NOTHING, httpApiRequests: 52, writeUnits: 100, readUnits: 300 };
    expect(totalOf(billFor(usage, 1000))).toBeCloseTo(1000 * totalOf(billFor(usage, 1)), 9);
  });
});
