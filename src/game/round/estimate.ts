import { type Card, cardsInOrder } from '../deck/deck.ts';
import { defined } from '../defined.ts';
import type { EarlierRound, PublicVote } from '../public-session.ts';
import type { CountedVote, Result, Session } from '../session.ts';
import { statistics } from './statistics.ts';

/** Votes as everyone may see them: without names, and in an order that tells nothing, if they are anonymous. */
export function publicVotes(
  { options, deck }: Session,
  votes: readonly CountedVote[],
  before: readonly CountedVote[],
): PublicVote[] {
  const shown = votes.map(({ userId, card, reason }) => {
    const earlier = before.find((vote) => vote.userId === userId)?.card;
    return defined({
      card,
      reason,
      ...(!options.anonymous && defined({ userId, before: earlier })),
    });
  });
  if (!options.anonymous) return shown;
  const rank = ({ card }: PublicVote) => deck.cards.indexOf(card);
  // Reasons of the same card stand in the order of the alphabet, not of their authors.
  return shown.sort((a, b) => rank(a) - rank(b) || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1));
}

/** What the creator recorded, else the consensus of the story's last round; nothing for one that was skipped. */
export function estimateOf(session: Session, story: number, results: readonly Result[]): Card | undefined {
  if (session.skipped.includes(story)) return undefined;
  const recorded = session.estimates.find((estimate) => estimate.story === story);
  if (recorded) return recorded.card;
  const last = statistics(session.deck, results.at(-1)?.votes ?? []);
  return last?.consensus ? last.median : undefined;
}

export function earlierRounds(session: Session, results: readonly Result[]): EarlierRound[] {
  return results
    .filter(({ round }) => round < session.round)
    .map(({ round, votes }) => {
      const inNumbers = statistics(session.deck, votes);
      return { round, cards: cardsInOrder(session.deck, votes), ...(inNumbers && { statistics: inNumbers }) };
    });
}
