import { cardsInOrder } from '../deck/deck.ts';
import { defined } from '../defined.ts';
import { ERASED } from '../erased.ts';
import type { EarlierRound, PublicVote } from '../public-session.ts';
import type { Game } from '../session.ts';
import { shownVotes } from './anonymity.ts';
import { statistics } from './statistics.ts';
import type { CountedVote, Result } from './vote.ts';

/** Votes as everyone may see them. Anonymous ones have no names, and an order that tells nothing. */
export function publicVotes(
  { options, deck }: Game,
  votes: readonly CountedVote[],
  before: readonly CountedVote[],
): PublicVote[] {
  const shown = votes.map(({ userId, card, reason }) => {
    // Of several who were erased nobody knows who was who.
    const earlier = userId === ERASED ? undefined : before.find((vote) => vote.userId === userId)?.card;
    return defined(options.anonymous ? { card, reason } : { card, reason, userId, before: earlier });
  });
  if (!options.anonymous) return shown;
  const rank = ({ card }: PublicVote) => deck.cards.indexOf(card);
  // Reasons for the same card are in alphabetical order, which doesn't tell whose they are.
  return shown.sort((a, b) => rank(a) - rank(b) || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1));
}

/** The rounds before the running one, without names. */
export function earlierRounds(game: Game, results: readonly Result[]): EarlierRound[] {
  return results
    .filter(({ round }) => round < game.round)
    .map((result) => {
      const { round } = result;
      const votes = shownVotes(result);
      const cards = cardsInOrder(game.deck, votes);
      return defined({ round, cards, statistics: statistics(game.deck, votes) });
    });
}
