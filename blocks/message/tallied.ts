import { type Card, estimateCards } from '../../src/game/deck/deck.ts';
import { defined } from '../../src/game/defined.ts';
import type { EarlierRound, PublicRevealed } from '../../src/game/public-session.ts';

/** A card that was played, and how often. */
export interface Tallied {
  card: Card;
  /** Whether it is an estimate, not `?` or the like. */
  counts: boolean;
  votes: number;
  /** Who chose it; nobody where votes are anonymous. */
  voters: readonly string[];
  /** How often it was played in the round before. Only for anonymous votes: of others it is shown who moved. */
  before?: number;
}

/** The cards of a result: highest first, cards such as `?` last. */
export function tallied(session: PublicRevealed): Tallied[] {
  const { deck, votes } = session;
  const scale = estimateCards(deck);
  const previous = session.anonymous ? previousRound(session) : undefined;
  return [...scale.toReversed(), ...deck.cards.filter((card) => !scale.includes(card))]
    .map((card) => {
      const chosen = votes.filter((vote) => vote.card === card);
      return defined({
        card,
        counts: scale.includes(card),
        votes: chosen.length,
        voters: session.anonymous ? [] : chosen.flatMap(({ userId }) => userId ?? []),
        before: previous?.cards.filter((one) => one === card).length,
      });
    })
    .filter(({ votes, before = 0 }) => votes > 0 || before > 0);
}

function previousRound({ earlier, round }: PublicRevealed): EarlierRound | undefined {
  return earlier.find((one) => one.round === round - 1);
}
