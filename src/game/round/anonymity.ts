import type { Refusal } from '../refusal.ts';
import type { Game } from '../session.ts';
import type { CountedVote, Result } from './vote.ts';

/** Fewer votes than these hide nobody: of two people, each knows the other's card. */
const FEWEST: number = 3;
/** Fewer votes than these are not everyone's: one person has nobody to agree with. */
const FEWEST_NAMED: number = 2;

/** How many votes it takes until they may be everyone's. */
export const fewestOf = ({ options }: Pick<Game, 'options'>): number =>
  options.anonymous ? FEWEST : FEWEST_NAMED;

/** Whether so many votes of an anonymous round would tell whose they are. */
export const areTooFew = ({ options }: Pick<Game, 'options'>, votes: number): boolean =>
  options.anonymous && votes < FEWEST;

/** Why a round with so many votes may not be revealed yet, whoever or whatever is to reveal it. */
export function whyNotReveal(game: Pick<Game, 'options'>, votes: number): Refusal | undefined {
  if (votes === 0) return { code: 'no_votes' };
  return areTooFew(game, votes) ? { code: 'too_few_to_hide' } : undefined;
}

/** What may be shown of a result. Somebody may have left between the reveal and the freeze. */
export const shownVotes = ({ votes, tooFew }: Result): readonly CountedVote[] => (tooFew ? [] : votes);
