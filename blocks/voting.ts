import type { ContextBlock } from '@slack/types';
import type { PublicVoting } from '../src/session/public-session.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { blockId, button, cardRow, menu } from './controls.ts';
import { headingLine, positionOf } from './heading.ts';
import { ACTIONS } from './ids.ts';
import { mention, mentions, quoted, titleBlock } from './mrkdwn.ts';
import { roundLine } from './numbers.ts';

/** A running vote. Its blocks stay the same ones in the same order until the reveal; only the last lines grow. */
export function renderVoting(session: PublicVoting): Rendering {
  const { deck, round } = session;
  const ready = everyoneHasVoted(session);
  return {
    text: textOf(session),
    blocks: [
      titleBlock(session.title),
      headingLine(session, [deck.title, ...(round > 1 ? [`round ${round}`] : [])], session),
      cardRow(deck, session),
      {
        type: 'actions',
        block_id: blockId('controls', session),
        elements: [
          button(ACTIONS.reveal, 'Reveal', session, ready ? { style: 'primary' } : {}),
          button(ACTIONS.join, 'Join', session),
          button(ACTIONS.leave, 'Leave', session),
          menu(session),
        ],
      },
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: peopleLine(session) }] },
      ...earlierLines(session.earlier),
    ],
  };
}

/** One vote alone is not everyone: in a channel the others are still on their way. */
function everyoneHasVoted({ voted, awaited }: PublicVoting): boolean {
  return awaited.length === 0 && voted.length > 1;
}

function peopleLine(session: PublicVoting): string {
  const { voted, awaited, watching, creatorId } = session;
  const observers = watching.length > 0 ? [`watching: ${mentions(watching)}`] : [];
  if (everyoneHasVoted(session)) {
    const everyone = `Everyone has voted: ${mentions(voted)}. ${mention(creatorId)} can reveal.`;
    return [everyone, ...observers].join(' · ');
  }
  const waiting = awaited.length > 0 ? [`waiting for ${mentions(awaited)}`] : [];
  const progress = voted.length > 0 ? [countOf(voted, awaited), `✓ ${mentions(voted)}`] : ['No votes yet'];
  const hint = voted.length > 0 ? '' : '. Tap a card; it stays secret until the reveal.';
  return [...progress, ...waiting, ...observers].join(' · ') + hint;
}

const countOf = (voted: readonly string[], awaited: readonly string[]): string =>
  awaited.length === 0
    ? `${voted.length} voted`
    : `${voted.length} of ${voted.length + awaited.length} voted`;

/** The same in words: all that notifications and screen readers get. */
function textOf(session: PublicVoting): string {
  const { title, round, voted, awaited, creatorId } = session;
  const where = [positionOf(session), round > 1 ? `round ${round}` : undefined].filter(Boolean);
  const what = [`Estimate ${quoted(title)}`, ...where].join(', ');
  if (everyoneHasVoted(session)) return `${what}. Everyone has voted; ${mention(creatorId)} can reveal.`;
  const state = voted.length === 0 ? 'No votes yet' : countOf(voted, awaited);
  const waiting = awaited.length > 0 ? `; waiting for ${mentions(awaited, ', ')}` : '';
  return `${what}. ${state}${waiting}.`;
}

/** Earlier rounds of this story, one line each. */
export function earlierLines(earlier: PublicVoting['earlier']): ContextBlock[] {
  if (earlier.length === 0) return [];
  // Many re-votes are rare; the latest are the ones that matter.
  const text = earlier
    .slice(-5)
    .map(({ round, statistics }) => roundLine(round, statistics))
    .join('\n');
  return [{ type: 'context', block_id: 'earlier', elements: [{ type: 'mrkdwn', text }] }];
}
