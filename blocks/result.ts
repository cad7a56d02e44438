import type { ActionsBlock, ContextBlock, KnownBlock, PlainTextOption, SectionBlock } from '@slack/types';
import { type Card, estimateCards } from '../src/session/deck.ts';
import type { PublicRevealed, PublicVote } from '../src/session/public-session.ts';
import type { Statistics } from '../src/session/statistics.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { blockId, button, confirmation, menu } from './controls.ts';
import { headingLine } from './heading.ts';
import { ACTIONS, cardValue } from './ids.ts';
import { type Translate, translator } from './language/translate.ts';
import { mentions, plain, titleBlock, titleInText } from './mrkdwn.ts';
import { asSentence, inWords } from './numbers.ts';
import { earlierLines, laterRound } from './voting.ts';

/** The result of a round, in the place of the vote. */
export function renderResult(session: PublicRevealed): Rendering {
  const { title, votes, statistics } = session;
  const t = translator(session.language);
  const facts = [...laterRound(t, session), t('result.votes', { votes: votes.length })];
  return {
    text: textOf(t, session),
    blocks: [
      titleBlock(t, title),
      headingLine(t, session, facts),
      ...bars(t, session),
      {
        type: 'section',
        block_id: 'numbers',
        expand: true,
        text: { type: 'mrkdwn', text: numbersLine(t, statistics) },
      },
      ...whyLine(t, votes, statistics),
      estimateRow(t, session),
      controls(t, session),
      ...earlierLines(t, session.earlier),
    ],
  };
}

/** Longer bars are drawn to scale. */
const LONGEST_BAR = 16;
/** Slack's limit for a section's text is 3000; a full deck of full rows fits with this many names each. */
const NAMES_IN_A_ROW = 8;

/** A row for every card that was played: highest first, what does not count last. */
function bars(t: Translate, { deck, votes }: PublicRevealed): SectionBlock[] {
  const scale = estimateCards(deck);
  const played = [...scale.toReversed(), ...deck.cards.filter((card) => !scale.includes(card))]
    .map((card) => ({ card, count: votes.filter((vote) => vote.card === card).length }))
    .filter(({ count }) => count > 0);
  if (played.length === 0) return [];
  const width = Math.max(...played.map(({ card }) => widthOf(card)));
  const unit = Math.max(1, Math.max(...played.map(({ count }) => count)) / LONGEST_BAR);
  const rows = played.map(({ card, count }) => {
    const bar = scale.includes(card) ? `${'█'.repeat(Math.max(1, Math.round(count / unit)))} ` : '';
    return `\`${' '.repeat(width - widthOf(card))}${card}\` ${bar} ${mentions(t, votersFor(votes, card), ' ', NAMES_IN_A_ROW)}`;
  });
  return [
    { type: 'section', block_id: 'bars', expand: true, text: { type: 'mrkdwn', text: rows.join('\n') } },
  ];
}

/** Emoji are drawn two characters wide. */
const widthOf = (card: Card): number => (/\p{Emoji_Presentation}/u.test(card) ? 2 : card.length);

/** Nobody, where votes are anonymous. */
const votersFor = (votes: readonly PublicVote[], card: Card): string[] =>
  votes.flatMap((vote) => (vote.card === card && vote.userId !== undefined ? [vote.userId] : []));

function numbersLine(t: Translate, statistics: Statistics | undefined): string {
  if (!statistics) return t('result.none');
  const { consensus, median, counted } = statistics;
  if (consensus) return t('result.consensus', { card: median, counted });
  const [first, ...rest] = inWords(t, statistics);
  return [`*${first}*`, ...rest].join(' · ');
}

/** The two ends of the scale speak first. */
function whyLine(
  t: Translate,
  votes: readonly PublicVote[],
  statistics: Statistics | undefined,
): ContextBlock[] {
  if (!statistics || statistics.lowest === statistics.highest) return [];
  const { lowest, highest } = statistics;
  const [low, high] = [votersFor(votes, lowest), votersFor(votes, highest)];
  if (low.length === 0 || high.length === 0) return [];
  const names = (users: readonly string[]) => mentions(t, users, ' ', 2);
  const text = t('result.why', { low: names(low), lowest, high: names(high), highest });
  return [{ type: 'context', block_id: 'why', elements: [{ type: 'mrkdwn', text }] }];
}

/** Agree on the median or on another card; or what has been agreed on, still changeable. */
function estimateRow(t: Translate, session: PublicRevealed): ActionsBlock | SectionBlock {
  const { deck, estimate, statistics } = session;
  const options: PlainTextOption[] = estimateCards(deck).map((card) => ({
    text: plain(card),
    value: cardValue(session, card),
  }));
  const select = (placeholder: string) =>
    ({
      type: 'static_select',
      action_id: ACTIONS.estimate,
      placeholder: plain(placeholder),
      options,
    }) as const;
  if (estimate !== undefined) {
    return {
      type: 'section',
      // The estimate is part of the id: otherwise Slack would go on showing the option chosen here.
      block_id: `${blockId('estimate', session)}_${estimate}`,
      text: { type: 'mrkdwn', text: t('result.estimate', { card: estimate }) },
      accessory: select(t('estimate.change')),
    };
  }
  const agree = statistics && {
    ...button(ACTIONS.agree, t('button.agree', { card: statistics.median }), session, { style: 'primary' }),
    value: cardValue(session, statistics.median),
  };
  return {
    type: 'actions',
    block_id: blockId('estimate', session),
    elements: [...(agree ? [agree] : []), select(t(agree ? 'estimate.other' : 'estimate.choose'))],
  };
}

function controls(t: Translate, session: PublicRevealed): KnownBlock {
  const { estimate, position, stories } = session;
  const decided = estimate !== undefined;
  const isLast = position >= stories;
  const next = button(
    ACTIONS.next,
    t('button.next'),
    session,
    decided ? { style: 'primary' } : { confirm: confirmation(t, 'next') },
  );
  return {
    type: 'actions',
    block_id: blockId('controls', session),
    elements: [
      ...(isLast ? [] : [next]),
      button(ACTIONS.voteAgain, t('button.voteAgain'), session),
      button(ACTIONS.end, t('button.end'), session, {
        confirm: confirmation(t, 'end'),
        ...(isLast && decided ? { style: 'primary' } : {}),
      }),
      menu(t, session),
    ],
  };
}

/** The same in words. */
function textOf(t: Translate, session: PublicRevealed): string {
  const { statistics, estimate, votes } = session;
  const title = titleInText(session.title);
  const { consensus = false, median = undefined, counted = 0 } = statistics ?? {};
  const recorded =
    estimate === undefined || (consensus && estimate === median)
      ? []
      : [t('result.textEstimate', { card: estimate })];
  const sentence = !statistics
    ? t('result.textNone', { title, votes: votes.length })
    : consensus
      ? t('result.textConsensus', { title, card: statistics.median, counted })
      : t('result.text', { title, numbers: asSentence(t, statistics) });
  return [sentence, ...recorded].join(t('list.sentence'));
}
