import type { Statistics } from '../../src/game/round/statistics.ts';
import type { Translate } from '../language/translate.ts';
import { cardText } from '../text/mrkdwn.ts';

/** `Median 5`, `average 6.5`, `spread 3–13`, `2 of 4 agree`: those that make sense. */
export function inWords(t: Translate, numbers: Statistics): string[] {
  const { median, lowest, highest } = inText(numbers);
  const spread = lowest === highest ? [] : [t('numbers.spread', { lowest, highest })];
  return [
    t('numbers.median', { card: median }),
    ...averageOf(t, numbers),
    ...spread,
    agreementOf(t, numbers),
  ];
}

/** The same as a sentence, for those who hear the message: `median 5, average 6.5, from 3 to 13; 2 of 4 agree`. */
export function asSentence(t: Translate, numbers: Statistics): string {
  const { median, lowest, highest } = inText(numbers);
  const spread = lowest === highest ? [] : [t('numbers.textSpread', { lowest, highest })];
  const facts = [t('numbers.textMedian', { card: median }), ...averageOf(t, numbers), ...spread];
  return t('numbers.text', { facts: facts.join(t('list.comma')), agreement: agreementOf(t, numbers) });
}

function averageOf(t: Translate, { average, counted }: Statistics): string[] {
  if (average === undefined || counted === 1) return [];
  return [t('numbers.average', { average: t.number(average) })];
}

function agreementOf(t: Translate, { counted, agreeing }: Statistics): string {
  if (counted === 1) return t('numbers.only');
  return agreeing === 1 ? t('numbers.noTwo') : t('numbers.agree', { agreeing, counted });
}

/** `Round 1: 3–8, median 5`. */
export function roundLine(t: Translate, round: number, numbers: Statistics | undefined): string {
  if (!numbers) return t('round.none', { round });
  const { lowest, highest, median } = inText(numbers);
  return lowest === highest
    ? t('round.all', { round, card: median })
    : t('round.spread', { round, lowest, highest, median });
}

const inText = ({ lowest, highest, median }: Statistics) => ({
  lowest: cardText(lowest),
  highest: cardText(highest),
  median: cardText(median),
});
