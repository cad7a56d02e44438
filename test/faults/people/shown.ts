import type { RoundRef } from '../../../src/game/round/round.ts';
import { allElements } from '../../../stand-ins/slack/blockkit/elements.ts';
import { objectsIn } from '../../../stand-ins/slack/blockkit/json.ts';

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

/** How far a session has got when it shows this: the more, the later. */
export function progress(shown: Shown | ({ phase: Shown['phase'] } & RoundRef)): number {
  if (shown.phase === 'lobby') return 0;
  if (shown.phase === 'over' || !('story' in shown)) return Number.POSITIVE_INFINITY;
  return shown.story * 1000 + shown.round * 2 + (shown.phase === 'revealed' ? 1 : 0);
}

export const shows = (blocks: unknown, phase: Shown['phase'], of?: RoundRef): boolean => {
  const shown = shownIn(blocks);
  if (shown.phase !== phase) return false;
  return !of || ('story' in shown && shown.story === of.story && shown.round === of.round);
};
