import type { Statistics } from '../src/session/statistics.ts';

/** One decimal at most: `6.5`, `7`. */
export const decimal = (number: number): string => String(Math.round(number * 10) / 10);

/** `Median 5`, `average 6.5`, `spread 3–13`, `2 of 4 agree`: as many of them as make sense. */
export function inWords({ counted, median, average, lowest, highest, agreeing }: Statistics): string[] {
  const mean = average === undefined || counted === 1 ? [] : [`average ${decimal(average)}`];
  const spread = lowest === highest ? [] : [`spread ${lowest}–${highest}`];
  return [`Median ${median}`, ...mean, ...spread, agreementOf(counted, agreeing)];
}

/** The same as a sentence, for those who hear it: `median 5, average 6.5, from 3 to 13; 2 of 4 agree`. */
export function asSentence({ counted, median, average, lowest, highest, agreeing }: Statistics): string {
  const mean = average === undefined || counted === 1 ? '' : `, average ${decimal(average)}`;
  const spread = lowest === highest ? '' : `, from ${lowest} to ${highest}`;
  return `median ${median}${mean}${spread}; ${agreementOf(counted, agreeing)}`;
}

function agreementOf(counted: number, agreeing: number): string {
  if (counted === 1) return 'the only estimate';
  return agreeing === 1 ? 'no two agree' : `${agreeing} of ${counted} agree`;
}

/** `Round 1: 3–8, median 5`. */
export function roundLine(round: number, numbers: Statistics | undefined): string {
  if (!numbers) return `Round ${round}: no estimates`;
  const { lowest, highest, median } = numbers;
  return lowest === highest
    ? `Round ${round}: all ${median}`
    : `Round ${round}: ${lowest}–${highest}, median ${median}`;
}
