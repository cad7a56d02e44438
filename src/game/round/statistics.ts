import { cardNumber, rounded, sumOf } from '../deck/card-number.ts';
import { type Card, type Deck, estimateCards, uncountedCards } from '../deck/deck.ts';
import { defined } from '../defined.ts';

/** A result in numbers. Abstentions (`?`, `☕`) don't count. */
export interface Statistics {
  /** How many votes count. */
  counted: number;
  /** How many were cast, but for abstentions: more than `counted` where a card such as `∞` stands beside numbers. */
  cast: number;
  /** Absent if there is none: a single vote counts, and others don't. */
  median?: Median;
  /** The card to agree on: the one nearest to the median, the higher of two. */
  suggested?: Card;
  lowest: Card;
  highest: Card;
  /** How many chose the most frequent card. */
  agreeing: number;
  /** Whether at least two were cast, all of them count and are equal. */
  consensus: boolean;
  /** Absent if not all cards are numbers. */
  average?: number;
}

/** What lies in the middle: a number; or a size, or the two sizes that it lies between. */
export type Median = number | Card | readonly [lower: Card, upper: Card];

/** `undefined` when nobody played a card that counts. */
export function statistics(deck: Deck, votes: readonly { card: Card }[]): Statistics | undefined {
  const scale = estimateCards(deck);
  const uncounted = new Set(uncountedCards(deck));
  const ranks = votes.map((vote) => scale.indexOf(vote.card)).filter((rank) => rank >= 0);
  ranks.sort((a, b) => a - b);
  const lowest = scale[ranks[0] ?? -1];
  const highest = scale[ranks.at(-1) ?? -1];
  if (lowest === undefined || highest === undefined) return undefined;
  const counted = ranks.length;
  const cast = counted + votes.filter(({ card }) => uncounted.has(card)).length;
  return defined({
    counted,
    cast,
    ...(counted === 1 && cast > 1 ? {} : middleOf(scale, ranks)),
    lowest,
    highest,
    agreeing: Math.max(...scale.map((_, rank) => ranks.filter((other) => other === rank).length)),
    consensus: counted >= 2 && counted === cast && lowest === highest,
    average: averageOf(ranks.map((rank) => cardNumber(scale[rank] ?? ''))),
  });
}

/** Of an even number of votes the median may lie between two: of 3 and 13 it is 8, of 5 and 8 6.5. */
function middleOf(
  scale: readonly Card[],
  ranks: readonly number[],
): Pick<Statistics, 'median' | 'suggested'> {
  const [low = 0, high = 0] = [
    ranks[Math.floor((ranks.length - 1) / 2)],
    ranks[Math.floor(ranks.length / 2)],
  ];
  const [lower = '', upper = ''] = [scale[low], scale[high]];
  const [from, to] = [cardNumber(lower), cardNumber(upper)];
  if (from !== undefined && to !== undefined) {
    const median = rounded((from + to) / 2);
    return { median, suggested: nearest(scale, median) };
  }
  const suggested = scale[Math.ceil((low + high) / 2)] ?? upper;
  return { median: low === high ? lower : [lower, upper], suggested };
}

/** Of two cards that are as near, the higher one. */
function nearest(scale: readonly Card[], median: number): Card {
  const distance = (card: Card) => rounded(Math.abs((cardNumber(card) ?? 0) - median));
  return scale.reduce((best, card) => (distance(card) <= distance(best) ? card : best), scale[0] ?? '');
}

function averageOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length < numbers.length ? undefined : sumOf(known) / known.length;
}
