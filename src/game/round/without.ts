import { ERASED } from '../erased.ts';
import type { CountedVote } from './vote.ts';

/** A result's votes, in the order of before, with somebody's card as nobody's, without a reason. */
export const votesWithout = (votes: readonly CountedVote[], userId: string): CountedVote[] =>
  votes.map((vote) => (vote.userId === userId ? { userId: ERASED, card: vote.card, at: vote.at } : vote));
