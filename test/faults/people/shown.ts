import { allElements } from '../../../playground/blockkit/elements.ts';
import { objectsIn } from '../../../playground/blockkit/json.ts';
import type { RoundRef } from '../../../src/session/session.ts';

/** What a message shows, read off its blocks as a person would. */
export type Shown = { phase: 'lobby' | 'over' } | ({ phase: 'voting' | 'revealed' } & RoundRef);

export function shownIn(blocks: unknown): Shown {
  const ids = objectsIn(blocks).map(({ block_id }) => String(block_id));
  for (const id of ids) {
    const [, name, story, round] = /^(cards|estimate)_(\d+)_(\d+)/.exec(id) ?? [];
    if (!name) continue;
    return { phase: name === 'cards' ? 'voting' : 'revealed', story: Number(story), round: Number(round) };
  }
  const isLobby = allElements(blocks).some(({ element }) => element.action_id === 'start');
  return { phase: isLobby ? 'lobby' : 'over' };
}

export const shows = (blocks: unknown, phase: Shown['phase'], of?: RoundRef): boolean => {
  const shown = shownIn(blocks);
  if (shown.phase !== phase) return false;
  return !of || ('story' in shown && shown.story === of.story && shown.round === of.round);
};
