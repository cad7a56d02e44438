import type { ContextBlock } from '@slack/types';
import type { PublicVoting } from '../src/session/public-session.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { blockId, button, cardRow, menu } from './controls.ts';
import { deckTitle } from './deck-title.ts';
import { headingLine, positionOf } from './heading.ts';
import { ACTIONS } from './ids.ts';
import { type Translate, translator } from './language/translate.ts';
import { mention, mentions, titleBlock, titleInText } from './mrkdwn.ts';
import { roundLine } from './numbers.ts';

/** A running vote. Its blocks stay the same ones in the same order until the reveal; only the last lines grow. */
export function renderVoting(session: PublicVoting): Rendering {
  const { deck } = session;
  const t = translator(session.language);
  const ready = everyoneHasVoted(session);
  return {
    text: textOf(t, session),
    blocks: [
      titleBlock(t, session.title),
      headingLine(t, session, [deckTitle(t, deck), ...laterRound(t, session)], session),
      cardRow(t, deck, session),
      {
        type: 'actions',
        block_id: blockId('controls', session),
        elements: [
          button(ACTIONS.reveal, t('button.reveal'), session, ready ? { style: 'primary' } : {}),
          button(ACTIONS.join, t('button.join'), session),
          button(ACTIONS.leave, t('button.leave'), session),
          menu(t, session),
        ],
      },
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: peopleLine(t, session) }] },
      ...earlierLines(t, session.earlier),
    ],
  };
}

/** `round 2`, or nothing in the first. */
export const laterRound = (t: Translate, { round }: { round: number }): string[] =>
  round > 1 ? [t('heading.round', { round })] : [];

/** One vote alone is not everyone: in a channel the others are still on their way. */
function everyoneHasVoted({ voted, awaited }: PublicVoting): boolean {
  return awaited.length === 0 && voted.length > 1;
}

function peopleLine(t: Translate, session: PublicVoting): string {
  const { voted, awaited, watching, creatorId } = session;
  const observers = watching.length > 0 ? [t('people.watching', { names: mentions(t, watching) })] : [];
  if (everyoneHasVoted(session)) {
    const everyone = t('voting.everyone', { names: mentions(t, voted), host: mention(creatorId) });
    return [everyone, ...observers].join(' · ');
  }
  const waiting = awaited.length > 0 ? [t('voting.waiting', { names: mentions(t, awaited) })] : [];
  if (voted.length === 0) {
    const state = [t('voting.noVotes'), ...waiting, ...observers].join(' · ');
    return t('voting.withHint', { state });
  }
  const progress = [countOf(t, voted, awaited), `✓ ${mentions(t, voted)}`];
  return [...progress, ...waiting, ...observers].join(' · ');
}

const countOf = (t: Translate, voted: readonly string[], awaited: readonly string[]): string =>
  awaited.length === 0
    ? t('voting.count', { voted: voted.length })
    : t('voting.countOf', { voted: voted.length, all: voted.length + awaited.length });

/** The same in words: all that notifications and screen readers get. */
function textOf(t: Translate, session: PublicVoting): string {
  const { voted, awaited, creatorId } = session;
  const title = titleInText(session.title);
  const where = [...positionOf(t, session), ...laterRound(t, session)];
  const what = [t('voting.text', { title }), ...where].join(t('list.comma'));
  if (everyoneHasVoted(session)) return t('voting.textEveryone', { what, host: mention(creatorId) });
  const state = voted.length === 0 ? t('voting.noVotes') : countOf(t, voted, awaited);
  if (awaited.length === 0) return t('voting.textState', { what, state });
  return t('voting.textWaiting', { what, state, names: mentions(t, awaited, t('list.comma')) });
}

/** Earlier rounds of this story, one line each. */
export function earlierLines(t: Translate, earlier: PublicVoting['earlier']): ContextBlock[] {
  if (earlier.length === 0) return [];
  // Many re-votes are rare; the latest are the ones that matter.
  const text = earlier
    .slice(-5)
    .map(({ round, statistics }) => roundLine(t, round, statistics))
    .join('\n');
  return [{ type: 'context', block_id: 'earlier', elements: [{ type: 'mrkdwn', text }] }];
}
