import type { ContextBlock } from '@slack/types';
import type { Card } from '../../src/game/deck/deck.ts';
import type { PublicRevealed } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { type Translate, translator } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { cardText, mentions } from '../text/mrkdwn.ts';
import { bars } from './bars.ts';
import { estimateRow, nextRow } from './decide-rows.ts';
import { anonymity, headingLine, laterRound } from './heading.ts';
import { movesLine } from './moves.ts';
import { inWords } from './numbers.ts';
import { reasonsBlock } from './reasons.ts';
import { resultText } from './result-text.ts';
import { titleBlock } from './title.ts';
import { earlierLines } from './voting.ts';

/** The result of a round. It replaces the vote. */
export function renderResult(session: PublicRevealed, limits: Limits): Rendering {
  const { votes } = session;
  const t = translator(session.language);
  const cards = t('result.votes', { votes: votes.length });
  const facts = [...laterRound(t, session), ...(session.tooFew ? [] : [cards]), ...anonymity(t, session)];
  return {
    text: resultText(t, session, limits),
    blocks: [
      titleBlock(t, session, limits),
      headingLine(t, session, facts),
      ...bars(t, session, limits),
      {
        type: 'section',
        block_id: 'numbers',
        expand: true,
        text: { type: 'mrkdwn', text: numbersLine(t, session) },
      },
      ...movesLine(t, session, limits),
      ...reasonsBlock(t, session, limits),
      ...whyLine(t, session),
      estimateRow(t, session, limits),
      nextRow(t, session),
      ...earlierLines(t, session.earlier),
    ],
  };
}

function numbersLine(t: Translate, { statistics, tooFew }: PublicRevealed): string {
  if (!statistics) return t(tooFew ? 'result.tooFew' : 'result.none');
  const { consensus, lowest, counted } = statistics;
  if (consensus) return t('result.consensus', { card: cardText(lowest), counted });
  const [first, ...rest] = inWords(t, statistics);
  return [`*${first}*`, ...rest].join(' · ');
}

/**
 * Asks those with the lowest and the highest card to speak first, unless they have given a reason or the vote is
 * anonymous.
 */
function whyLine(t: Translate, { statistics, votes, anonymous }: PublicRevealed): ContextBlock[] {
  if (!statistics || anonymous || statistics.lowest === statistics.highest) return [];
  const silent = (card: Card) =>
    votes.flatMap((vote) => (vote.card === card && vote.reason === undefined ? (vote.userId ?? []) : []));
  const [low, high] = [statistics.lowest, statistics.highest].map((card) => ({
    card: cardText(card),
    names: mentions(t, silent(card), ' ', 2),
  }));
  const asked = [low, high].flatMap((end) => (end && end.names !== '' ? [end] : []));
  const [one, other] = asked;
  if (!one) return [];
  const text = other
    ? t('result.why', { low: one.names, lowest: one.card, high: other.names, highest: other.card })
    : t('result.whyOne', { ...one });
  return [{ type: 'context', block_id: 'why', elements: [{ type: 'mrkdwn', text }] }];
}
