import { cardNumber } from '../game/deck/card-number.ts';
import type { FinishedStory } from '../game/round/history.ts';
import { type Statistics, statistics } from '../game/round/statistics.ts';
import { MINUTE } from '../time.ts';

/** The same in every language, because programs read these files too. */
export const COLUMNS = [
  'finished',
  'title',
  'link',
  'estimate',
  'points',
  'rounds',
  'votes',
  'cards',
  'median',
  'average',
  'lowest',
  'highest',
  'minutes',
  'deck',
  'session',
] as const;

export type Row = Record<(typeof COLUMNS)[number], string | number | undefined>;

/** A finished story as a row. It never says whose cards they were. */
export function rowOf({ sessionId, title, link, deck, estimate, ...story }: FinishedStory): Row {
  const { cards, rounds, finishedAt, ms } = story;
  const numbers = statistics(
    deck,
    cards.map((card) => ({ card })),
  );
  return {
    finished: new Date(finishedAt).toISOString(),
    title,
    link,
    estimate,
    points: estimate === undefined ? undefined : cardNumber(estimate),
    rounds,
    votes: cards.length,
    cards: cards.join(' '),
    median: medianOf(numbers),
    average: numbers?.average === undefined ? undefined : rounded(numbers.average, 2),
    lowest: numbers?.lowest,
    highest: numbers?.highest,
    minutes: ms === undefined ? undefined : rounded(ms / MINUTE, 1),
    deck: deck.title ?? deck.name,
    session: sessionId,
  };
}

/** A number as one, for spreadsheets; between two sizes, both. */
function medianOf({ median }: Partial<Statistics> = {}): string | number | undefined {
  return Array.isArray(median) ? median.join('–') : (median as string | number | undefined);
}

const rounded = (number: number, decimals: number): number => Number(number.toFixed(decimals));
