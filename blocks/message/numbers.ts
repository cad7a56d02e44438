import type { Median, Statistics } from '../../src/game/round/statistics.ts';
import type { Translate } from '../language/translate.ts';
import { cardText } from '../text/mrkdwn.ts';

/** `Median 5`, `average 6.5`, `spread 3–13`, `2 of 4 agree`: those that make sense. */
export function inWords(t: Translate, numbers: Statistics): string[] {
  const { median, lowest, highest } = numbers;
  if (median === undefined) return [agreementOf(t, numbers), t('numbers.noMedian')];
  const spread = lowest === highest ? [] : [t('numbers.spread', inText(numbers))];
  return [
    t('numbers.median', { card: medianText(t, median) }),
    ...averageOf(t, numbers),
    ...spread,
    agreementOf(t, numbers),
  ];
}

/** The same as a sentence, for those who hear the message: `median 5, average 6.5, from 3 to 13; 2 of 4 agree`. */
export function asSentence(t: Translate, numbers: Statistics): string {
  const { median, lowest, highest } = numbers;
  const agreement = agreementOf(t, numbers);
  if (median === undefined) return [agreement, t('numbers.noMedian')].join(t('list.semicolon'));
  const spread = lowest === highest ? [] : [t('numbers.textSpread', inText(numbers))];
  const facts = [
    t('numbers.textMedian', { card: medianText(t, median) }),
    ...averageOf(t, numbers),
    ...spread,
  ];
  return t('numbers.text', { facts: facts.join(t('list.comma')), agreement });
}

/** `6.5`, `M`, `between M and L`. */
function medianText(t: Translate, median: Median): string {
  if (typeof median === 'number') return t.exact(median);
  if (typeof median === 'string') return cardText(median);
  const [lower, upper] = median;
  return t('numbers.between', { lower: cardText(lower), upper: cardText(upper) });
}

function averageOf(t: Translate, { average, counted }: Statistics): string[] {
  if (average === undefined || counted === 1) return [];
  return [t('numbers.average', { average: t.number(average) })];
}

function agreementOf(t: Translate, { counted, cast, agreeing }: Statistics): string {
  if (counted < cast) return t('numbers.count', { counted, cast });
  if (counted === 1) return t('numbers.only');
  return agreeing === 1 ? t('numbers.noTwo') : t('numbers.agree', { agreeing, counted });
}

/** `Round 1: 3–8, median 5`. */
export function roundLine(t: Translate, round: number, numbers: Statistics | undefined): string {
  if (!numbers) return t('round.none', { round });
  const { median } = numbers;
  const { lowest, highest } = inText(numbers);
  if (median === undefined) return t('round.few', { round, votes: agreementOf(t, numbers) });
  return lowest === highest
    ? t('round.all', { round, card: lowest })
    : t('round.spread', { round, lowest, highest, median: medianText(t, median) });
}

const inText = ({ lowest, highest }: Statistics) => ({
  lowest: cardText(lowest),
  highest: cardText(highest),
});
