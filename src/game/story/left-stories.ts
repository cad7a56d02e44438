import { type LeftStory, type RoundRef, sameRound } from '../round/round.ts';
import { type Game, isOver, isVoting } from '../session.ts';

type Place = Pick<Game, 'status' | 'story' | 'round' | 'left'>;

/** What is remembered of the running story when another one takes its place. */
export function withLeft({ status, story, round, left = [] }: Place): readonly LeftStory[] {
  return [...left.filter((one) => one.story !== story), { story, round, revealed: status === 'revealed' }];
}

/**
 * Where a story is gone on with: in its first round, or in that in which it was left. The votes of that one stand, and
 * if it had been revealed its result is shown: nobody votes in it again.
 */
export function entering({ left = [] }: Place, story: number): RoundRef & Pick<Game, 'status'> {
  const { round = 1, revealed = false } = left.find((one) => one.story === story) ?? {};
  return { story, round, status: revealed ? 'revealed' : 'voting' };
}

/** Rounds in which people will go on voting: somebody has gone back to a result meanwhile. */
export const pausedRounds = ({ left = [], story, order }: Game): readonly RoundRef[] =>
  left
    .filter((one) => !one.revealed && one.story !== story && order.includes(one.story))
    .map((one) => ({ story: one.story, round: one.round }));

/** Whether the running story was left before: somebody has gone back to it, or on to it again. */
export const isSeenAgain = ({ left = [], story }: Game): boolean => left.some((one) => one.story === story);

const isPaused = (game: Game, of: RoundRef): boolean => pausedRounds(game).some((one) => sameRound(one, of));

/** Whether votes in this round still count: people vote in it, or will again. */
export const isOpen = (game: Game, of: RoundRef): boolean =>
  isVoting(game, of) || (!isOver(game) && isPaused(game, of));

/** The story before the running one, if there is a result of it to go back to. */
export function storyBefore({ order, story, left = [] }: Game): number | undefined {
  const before = order[order.indexOf(story) - 1];
  return left.some((one) => one.story === before && one.revealed) ? before : undefined;
}
