import type { ContextBlock, SectionBlock } from '@slack/types';
import type { PublicVoting } from '../../src/game/public-session.ts';
import { everyoneHasVoted } from '../../src/game/round/roster.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { type Translate, translator } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { cut, deckTitle, mention, mentions } from '../text/mrkdwn.ts';
import { typedPlain } from '../text/rich-text.ts';
import { blockId, button, cardRow, menu } from './controls.ts';
import { anonymity, headingLine, laterRound } from './heading.ts';
import { roundLine } from './numbers.ts';
import { referencesLine } from './references.ts';
import { titleBlock } from './title.ts';
import { countOf, isTooFew, outcomeOf, revealsByItself, votingText } from './voting-text.ts';

/** The longest title that stands in one line beside a button, also on a phone. */
const LAST_TITLE = 60;

/**
 * A running vote. Its blocks keep their order until the reveal, so that nothing moves under a finger; only the
 * last lines grow.
 */
export function renderVoting(session: PublicVoting, limits: Limits): Rendering {
  const { deck } = session;
  const t = translator(session.language);
  const ready = everyoneHasVoted(session);
  return {
    text: votingText(t, session, limits),
    blocks: [
      titleBlock(t, session, limits),
      headingLine(
        t,
        session,
        [deckTitle(t, deck), ...laterRound(t, session), ...anonymity(t, session)],
        session,
      ),
      cardRow(t, deck, session, limits),
      {
        type: 'actions',
        block_id: blockId('controls', session),
        elements: [
          button(t, 'reveal', session, ready ? { style: 'primary' } : {}),
          button(t, 'join', session),
          button(t, 'leave', session),
          menu(t, session),
        ],
      },
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: peopleLine(t, session) }] },
      ...lastLine(t, session, limits),
      ...earlierLines(t, session.earlier),
      ...referencesLine(t, session),
    ],
  };
}

/** `Add SSO login: 5 · 3–8`, of the story before, and the way back to it. */
function lastLine(t: Translate, session: PublicVoting, { line }: Limits): SectionBlock[] {
  const { last } = session;
  if (!last) return [];
  const title = cut(last.title, Math.min(line, LAST_TITLE)) || t('title.none');
  return [
    {
      type: 'section',
      block_id: blockId('last', session),
      text: typedPlain(t('voting.last', { title, outcome: outcomeOf(t, last) })),
      accessory: button(t, 'back', session),
    },
  ];
}

function peopleLine(t: Translate, session: PublicVoting): string {
  const { voted, awaited, watching } = session;
  const observers = watching.length > 0 ? [t('people.watching', { names: mentions(t, watching) })] : [];
  if (everyoneHasVoted(session)) return [everyoneLine(t, session), ...observers].join(' · ');
  const waiting = awaited.length > 0 ? [t('voting.waiting', { names: mentions(t, awaited) })] : [];
  if (voted.length === 0) {
    const state = [t('voting.noVotes'), ...waiting, ...observers].join(' · ');
    return t(revealsByItself(session) ? 'voting.withHintOfAll' : 'voting.withHint', { state });
  }
  const progress = [countOf(t, session), `✓ ${mentions(t, voted)}`];
  const hidden = isTooFew(session) ? [t('voting.tooFew')] : [];
  const state = [...progress, ...waiting, ...observers, ...hidden].join(' · ');
  // The countdown goes on when somebody joins during it.
  return session.revealing ? t('voting.withReveal', { state }) : state;
}

/** Who has voted, and who or what reveals now. */
function everyoneLine(t: Translate, { voted, revealing, anyoneReveals, creatorId }: PublicVoting): string {
  const names = mentions(t, voted);
  if (revealing) return t('voting.revealing', { names });
  if (anyoneReveals) return t('voting.everyoneAnyone', { names });
  return t('voting.everyone', { names, host: mention(creatorId) });
}

/** Earlier rounds of this story, one line each. */
export function earlierLines(t: Translate, earlier: PublicVoting['earlier']): ContextBlock[] {
  if (earlier.length === 0) return [];
  // More than a few rounds are rare, and the latest matter most.
  const text = earlier
    .slice(-5)
    .map(({ round, statistics }) => roundLine(t, round, statistics))
    .join('\n');
  return [{ type: 'context', block_id: 'earlier', elements: [{ type: 'mrkdwn', text }] }];
}
