import { type Card, cardNumber, type Deck, estimateCards } from '../deck/deck.ts';
import { defined } from '../defined.ts';

/** A result in numbers. Abstentions (`?`, `☕`) don't count. */
export interface Statistics {
  /** How many votes count. */
  counted: number;
  /** The card in the middle; if that falls between two cards, the higher one. */
  median: Card;
  lowest: Card;
  highest: Card;
  /** How many chose the most frequent card. */
  agreeing: number;
  /** Whether at least two votes count and all of them are equal. */
  consensus: boolean;
  /** Absent if not all cards are numbers. */
  average?: number;
}

/** `undefined` when nobody played a card that counts. */
export function statistics(deck: Deck, votes: readonly { card: Card }[]): Statistics | undefined {
  const scale = estimateCards(deck);
  const ranks = votes.map((vote) => scale.indexOf(vote.card)).filter((rank) => rank >= 0);
  ranks.sort((a, b) => a - b);
  const card = (rank: number | undefined) => (rank === undefined ? undefined : scale[rank]);
  const median = card(medianRank(scale, ranks));
  const lowest = card(ranks[0]);
  const highest = card(ranks.at(-1));
  if (median === undefined || lowest === undefined || highest === undefined) return undefined;
  const average = averageOf(ranks.map((rank) => cardNumber(scale[rank] ?? '')));
  return defined({
    counted: ranks.length,
    median,
    lowest,
    highest,
    agreeing: Math.max(...scale.map((_, rank) => ranks.filter((other) => other === rank).length)),
    consensus: ranks.length >= 2 && lowest === highest,
    average,
  });
}

/** Forgives rounding: (0.1 + 0.2) / 2 is a little more than 0.15 to a computer. No two cards are this close. */
const ROUNDING = 1e-9;

/**
 * The place of the median in the scale. With an even number of votes it may lie between two cards and is rounded up
 * to a card of the deck: by value if cards are numbers (3 and 13 give 8), by place if they are sizes.
 */
function medianRank(scale: readonly Card[], ranks: readonly number[]): number | undefined {
  const lower = ranks[Math.floor((ranks.length - 1) / 2)];
  const upper = ranks[Math.floor(ranks.length / 2)];
  if (lower === undefined || upper === undefined) return undefined;
  const low = cardNumber(scale[lower] ?? '');
  const high = cardNumber(scale[upper] ?? '');
  if (low === undefined || high === undefined) return Math.ceil((lower + upper) / 2);
  const middle = (low + high) / 2;
  return scale.findIndex((card) => (cardNumber(card) ?? Number.NEGATIVE_INFINITY) > middle - ROUNDING);
}

function averageOf(numbers: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const number of numbers) {
    if (number === undefined) return undefined;
    sum += number;
  }
  return sum / numbers.length;
}
