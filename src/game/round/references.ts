import { type Card, type Deck, estimateCards } from '../deck/deck.ts';
import type { FinishedStory } from './history.ts';

/** An earlier story of the channel, and what it was estimated at. */
export interface Reference {
  title: string;
  card: Card;
}

/** How many stories to compare with fit into one quiet line. */
const MOST = 3;
/** How far back in a channel's history they are looked for. */
export const RECENT = 40;

/**
 * Up to three recent stories of a channel to compare with, so that a `5` stays a `5`. Each has another estimate, near
 * the middle of the deck, where most estimates are; for each estimate it is the latest story. Lowest first.
 */
export function referencesFrom(recent: readonly FinishedStory[], deck: Deck): Reference[] {
  const scale = estimateCards(deck);
  const middle = (scale.length - 1) / 2;
  const latest = new Map<string, Reference>();
  for (const { title, estimate } of recent) {
    if (estimate === undefined || !scale.includes(estimate) || latest.has(estimate)) continue;
    latest.set(estimate, { title, card: estimate });
  }
  const rank = ({ card }: Reference) => scale.indexOf(card);
  const distance = (reference: Reference) => Math.abs(rank(reference) - middle);
  return [...latest.values()]
    .sort((a, b) => distance(a) - distance(b) || rank(a) - rank(b))
    .slice(0, MOST)
    .sort((a, b) => rank(a) - rank(b));
}
