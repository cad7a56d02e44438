import type { Refusal } from './refusal.ts';
import { type Game, isOver } from './session.ts';

/** Why somebody may not do what is no command to the session; each answers `undefined` if they may. */

/** What only the creator may. */
export const notCreator = ({ creatorId }: Game): Refusal => ({ code: 'not_creator', creatorId });

export function whyOver(game: Game): Refusal | undefined {
  return isOver(game) ? { code: 'session_over', status: game.status } : undefined;
}

/** What only the creator may, as long as the session runs. */
function whyNotChange(game: Game, userId: string): Refusal | undefined {
  return userId === game.creatorId ? whyOver(game) : notCreator(game);
}

/** Changing a story's title and link. */
export function whyNotRename(game: Game, userId: string, story: number): Refusal | undefined {
  const no = whyNotChange(game, userId);
  return no ?? (game.order.includes(story) ? undefined : { code: 'no_such_story' });
}

/** Removing somebody else from the session. */
export function whyNotRemove(game: Game, userId: string, whom: string): Refusal | undefined {
  const no = whyNotChange(game, userId);
  return no ?? (whom === game.creatorId ? { code: 'creator_stays' } : undefined);
}

/** *Move to bottom*. `takesPart`: whether they do, if they are not the creator. */
export function whyNotMove(game: Game, userId: string, takesPart: boolean): Refusal | undefined {
  const mayMove = userId === game.creatorId || takesPart;
  return whyOver(game) ?? (mayMove ? undefined : { code: 'join_to_move' });
}

/** Why a card is no vote, in a round that is not open. */
export function whyNotVote(game: Game): Refusal {
  return (
    whyOver(game) ?? (game.status === 'lobby' ? { code: 'not_now', status: 'lobby' } : { code: 'round_over' })
  );
}
