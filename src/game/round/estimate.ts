import type { Card } from '../deck/deck.ts';
import type { Game } from '../session.ts';
import { shownVotes } from './anonymity.ts';
import { statistics } from './statistics.ts';
import type { Result } from './vote.ts';

/**
 * What the creator recorded, or else the consensus of the last round; `undefined` for a story that was skipped.
 */
export function estimateOf(game: Game, story: number, results: readonly Result[]): Card | undefined {
  if (game.skipped.includes(story)) return undefined;
  const recorded = game.estimates.find((estimate) => estimate.story === story);
  if (recorded) return recorded.card;
  const result = results.at(-1);
  const last = result && statistics(game.deck, shownVotes(result));
  return last?.consensus ? last.lowest : undefined;
}
