import type { Statistics } from '../src/session/statistics.ts';

/** One decimal at most: `6.5`, `7`. */
export const decimal = (number: number): string => String(Math.round(number * 10) / 10);

/** `Median 5 · average 6.5 · spread 3–13 · 2 of 4 agree`, without markup. */
export function inWords(numbers: Statistics): string[] {
  const { counted, median, average, lowest, highest, agreeing } = numbers;
  const spread = lowest === highest ? [] : [`spread ${lowest}–${highest}`];
  const mean = average === undefined || counted === 1 ? [] : [`average ${decimal(average)}`];
  const agreement = counted === 1 ? 'the only estimate' : `${agreeing} of ${counted} agree`;
  return [`Median ${median}`, ...mean, ...spread, agreement];
}

/** `Round 1: 3–8, median 5`. */
export function roundLine(round: number, numbers: Statistics | undefined): string {
  if (!numbers) return `Round ${round}: no estimates`;
  const { lowest, highest, median } = numbers;
  return lowest === highest
    ? `Round ${round}: all ${median}`
    : `Round ${round}: ${lowest}–${highest}, median ${median}`;
}
