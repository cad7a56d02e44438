import type { ActionsBlock, ContextBlock, KnownBlock, PlainTextOption, SectionBlock } from '@slack/types';
import { type Card, estimateCards } from '../src/session/deck.ts';
import type { PublicRevealed } from '../src/session/public-session.ts';
import type { CountedVote } from '../src/session/session.ts';
import type { Statistics } from '../src/session/statistics.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { blockId, button, confirm, END_CONFIRMATION, menu } from './controls.ts';
import { headingLine } from './heading.ts';
import { ACTIONS, cardValue } from './ids.ts';
import { count, mentions, plain, quoted, titleBlock } from './mrkdwn.ts';
import { asSentence, inWords } from './numbers.ts';
import { earlierLines } from './voting.ts';

/** The result of a round, in the place of the vote. */
export function renderResult(session: PublicRevealed): Rendering {
  const { title, round, votes, statistics } = session;
  const facts = [...(round > 1 ? [`round ${round}`] : []), count(votes.length, 'vote')];
  return {
    text: textOf(session),
    blocks: [
      titleBlock(title),
      headingLine(session, facts),
      ...bars(session),
      {
        type: 'section',
        block_id: 'numbers',
        expand: true,
        text: { type: 'mrkdwn', text: numbersLine(statistics) },
      },
      ...whyLine(votes, statistics),
      estimateRow(session),
      controls(session),
      ...earlierLines(session.earlier),
    ],
  };
}

/** Longer bars are drawn to scale. */
const LONGEST_BAR = 16;
/** Slack's limit for a section's text is 3000; a full deck of full rows fits with this many names each. */
const NAMES_IN_A_ROW = 8;

/** A row for every card that was played: highest first, what does not count last. */
function bars({ deck, votes }: PublicRevealed): SectionBlock[] {
  const scale = estimateCards(deck);
  const played = [...scale.toReversed(), ...deck.cards.filter((card) => !scale.includes(card))]
    .map((card) => ({ card, users: votesFor(votes, card) }))
    .filter(({ users }) => users.length > 0);
  if (played.length === 0) return [];
  const width = Math.max(...played.map(({ card }) => widthOf(card)));
  const unit = Math.max(1, Math.max(...played.map(({ users }) => users.length)) / LONGEST_BAR);
  const rows = played.map(({ card, users }) => {
    const bar = scale.includes(card) ? `${'█'.repeat(Math.max(1, Math.round(users.length / unit)))} ` : '';
    return `\`${' '.repeat(width - widthOf(card))}${card}\` ${bar} ${mentions(users, ' ', NAMES_IN_A_ROW)}`;
  });
  return [
    { type: 'section', block_id: 'bars', expand: true, text: { type: 'mrkdwn', text: rows.join('\n') } },
  ];
}

/** Emoji are drawn two characters wide. */
const widthOf = (card: Card): number => (/\p{Emoji_Presentation}/u.test(card) ? 2 : card.length);

const votesFor = (votes: readonly CountedVote[], card: Card): string[] =>
  votes.filter((vote) => vote.card === card).map(({ userId }) => userId);

function numbersLine(statistics: Statistics | undefined): string {
  if (!statistics) return 'No estimates in this round.';
  if (statistics.consensus)
    return `🎉 *Consensus: ${statistics.median}* · ${everyone(statistics.counted)} agree`;
  const [median, ...rest] = inWords(statistics);
  return [`*${median}*`, ...rest].join(' · ');
}

const everyone = (counted: number): string => (counted === 2 ? 'both' : `all ${counted}`);

/** The two ends of the scale speak first. */
function whyLine(votes: readonly CountedVote[], statistics: Statistics | undefined): ContextBlock[] {
  if (!statistics || statistics.lowest === statistics.highest) return [];
  const end = (card: Card) => `${mentions(votesFor(votes, card), ' ', 2)} (${card})`;
  const text = `${end(statistics.lowest)} and ${end(statistics.highest)}, would you each say why?`;
  return [{ type: 'context', block_id: 'why', elements: [{ type: 'mrkdwn', text }] }];
}

/** Agree on the median or on another card; or what has been agreed on, still changeable. */
function estimateRow(session: PublicRevealed): ActionsBlock | SectionBlock {
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
      text: { type: 'mrkdwn', text: `Estimate: *${estimate}*` },
      accessory: select('Change'),
    };
  }
  const agree = statistics && {
    ...button(ACTIONS.agree, `Agree on ${statistics.median}`, session, { style: 'primary' }),
    value: cardValue(session, statistics.median),
  };
  return {
    type: 'actions',
    block_id: blockId('estimate', session),
    elements: [...(agree ? [agree] : []), select(agree ? 'Other estimate' : 'Choose an estimate')],
  };
}

const NEXT_CONFIRMATION = confirm(
  'No estimate yet',
  'This story has no recorded estimate. Go on without one?',
  'Next story',
  'Stay here',
);

function controls(session: PublicRevealed): KnownBlock {
  const { estimate, position, stories } = session;
  const decided = estimate !== undefined;
  const isLast = position >= stories;
  const next = button(
    ACTIONS.next,
    'Next story',
    session,
    decided ? { style: 'primary' } : { confirm: NEXT_CONFIRMATION },
  );
  return {
    type: 'actions',
    block_id: blockId('controls', session),
    elements: [
      ...(isLast ? [] : [next]),
      button(ACTIONS.voteAgain, 'Vote again', session),
      button(ACTIONS.end, 'End', session, {
        confirm: END_CONFIRMATION,
        ...(isLast && decided ? { style: 'primary' } : {}),
      }),
      menu(session),
    ],
  };
}

/** The same in words. */
function textOf({ title, statistics, estimate, votes }: PublicRevealed): string {
  const recorded = estimate === undefined || statistics?.consensus ? '' : ` Estimate: ${estimate}.`;
  if (!statistics) return `${quoted(title)}: no estimates among ${count(votes.length, 'vote')}.${recorded}`;
  if (statistics.consensus) {
    return `${quoted(title)}: consensus on ${statistics.median}, ${everyone(statistics.counted)} agree.${
      estimate === statistics.median ? '' : ` Estimate: ${estimate}.`
    }`;
  }
  return `${quoted(title)}: ${asSentence(statistics)}.${recorded}`;
}
