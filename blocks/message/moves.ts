import type { ContextBlock } from '@slack/types';
import type { PublicRevealed, PublicVote } from '../../src/game/public-session.ts';
import type { Translate } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { cardText, mention } from '../text/mrkdwn.ts';

const MOST = 5;

/** `Moved: @Bo 3 → 5 · @Cy 13 → 8 · 2 stayed`, after a re-vote. */
export function movesLine(t: Translate, session: PublicRevealed, limits: Limits): ContextBlock[] {
  return movesIn(t, session, limits, 'moves.move', ' · ').map((text) => ({
    type: 'context',
    block_id: 'moves',
    elements: [{ type: 'mrkdwn', text }],
  }));
}

/** The same for those who hear the message. */
export function movesText(t: Translate, session: PublicRevealed, limits: Limits): string[] {
  return movesIn(t, session, limits, 'moves.textMove', t('list.comma')).map((words) =>
    t('text.sentence', { words }),
  );
}

/** Nothing for anonymous votes: they don't say who chose what before. */
function movesIn(
  t: Translate,
  { votes, anonymous, round }: PublicRevealed,
  { names }: Limits,
  move: 'moves.move' | 'moves.textMove',
  separator: string,
): string[] {
  const known = anonymous ? [] : votes.filter(({ before }) => before !== undefined);
  if (known.length === 0) return [];
  const moved = known.filter(({ card, before }) => card !== before);
  const stayed = known.length - moved.length;
  if (moved.length === 0) return [t('moves.nobody', { round: round - 1 })];
  const words = ({ userId = '', card, before = '' }: PublicVote) =>
    t(move, { name: mention(userId), before: cardText(before), card: cardText(card) });
  const most = Math.max(1, Math.min(MOST, names));
  const named = moved.slice(0, most).map(words).join(separator);
  const more = moved.length - most;
  const moves = more > 0 ? t('names.more', { names: named, more }) : named;
  return [
    [t('moves.moved', { moves }), ...(stayed > 0 ? [t('moves.stayed', { stayed })] : [])].join(separator),
  ];
}
