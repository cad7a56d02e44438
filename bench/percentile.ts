/**
 * The value below which `share` (0 to 1) of the values lie, by the nearest-rank method; `undefined` if there
 * are none. With few values a high percentile is simply the largest of them.
 */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values: readonly number[]): number | undefined => percentile(values, 0.5);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
