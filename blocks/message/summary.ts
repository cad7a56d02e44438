import type { RichTextBlock, RichTextElement } from '@slack/types';
import { cardNumber, sumOf } from '../../src/game/deck/card-number.ts';
import { isNumericDeck } from '../../src/game/deck/deck.ts';
import type { PublicSummary, SummaryLine } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { DAY, MINUTE } from '../../src/time.ts';
import { type Translate, translator } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { padCard, widestOf } from '../text/card-width.ts';
import { durationText } from '../text/duration.ts';
import { cardText, cut, deckTitle, mentions, plain, within } from '../text/mrkdwn.ts';
import { joined, textElement } from '../text/rich-text.ts';
import { titleElements } from './title.ts';

const NONE = '–';

/** What is left of a session once it has ended. */
export function renderSummary(session: PublicSummary, limits: Limits): Rendering {
  const { stories, deck, people, minutes } = session;
  const t = translator(session.language);
  const estimated = stories.filter(({ estimate }) => estimate !== undefined);
  const points = isNumericDeck(deck) && estimated.length > 0 ? [pointsOf(t, estimated)] : [];
  const progress =
    estimated.length === stories.length
      ? t('summary.stories', { stories: stories.length })
      : t('summary.storiesOf', { estimated: estimated.length, stories: stories.length });
  const { expired } = session;
  const why =
    expired === undefined ? [] : [t(`summary.${expired}`, { days: Math.round((minutes * MINUTE) / DAY) })];
  const facts = [
    t(expired ? 'summary.expired' : 'summary.done'),
    ...points.map((text) => `*${text}*`),
    progress,
  ];
  // How long nobody touched it is no time that anybody spent.
  const time = expired === undefined ? [durationText(t, minutes * MINUTE)] : [];
  const context = [
    ...(people.length > 0 ? [t('summary.with', { names: mentions(t, people) })] : []),
    deckTitle(t, deck),
    ...time,
  ];
  const comma = t('list.comma');
  return {
    text: [
      t(expired ? 'summary.textExpired' : 'summary.text', { facts: [progress, ...points].join(comma) }),
      ...why,
      listOf(t, stories, limits),
      ...(people.length > 0 ? [t('summary.textWith', { names: mentions(t, people, comma) })] : []),
      t('text.sentence', { words: [deckTitle(t, deck), ...time].join(comma) }),
    ].join(t('list.sentence')),
    blocks: [
      {
        type: 'section',
        block_id: 'numbers',
        expand: true,
        text: { type: 'mrkdwn', text: facts.join(' · ') },
      },
      ...why.map((text) => ({ type: 'context' as const, block_id: 'expired', elements: [plain(text)] })),
      storyList(t, session, limits),
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: context.join(' · ') }] },
    ],
  };
}

/** Every story with what came of it. */
function listOf(t: Translate, stories: readonly SummaryLine[], limits: Limits): string {
  const told = stories.map(
    (story) => `${within(story.title, limits.line) || t('title.none')} ${inText(t, story, limits)}`,
  );
  return t('summary.textStories', { stories: told.join(t('list.comma')) });
}

function inText(t: Translate, { estimate, skipped }: SummaryLine, { card }: Limits): string {
  if (skipped) return t('summary.skipped');
  return estimate === undefined ? t('summary.noEstimate') : cardText(cut(estimate, card));
}

function pointsOf(t: Translate, stories: readonly SummaryLine[]): string {
  const sum = sumOf(stories.map(({ estimate = '' }) => cardNumber(estimate) ?? 0));
  return t('summary.points', { sum, points: t.exact(sum) });
}

function storyList(t: Translate, { stories, issueLinks }: PublicSummary, limits: Limits): RichTextBlock {
  const estimates = stories.map(({ estimate }) =>
    estimate === undefined ? NONE : cut(estimate, limits.card),
  );
  const width = widestOf(estimates);
  const elements = stories.flatMap((story, index): RichTextElement[] => {
    const titled = issueLinks ? { ...story, issueLinks } : story;
    return [
      ...(index > 0 ? [textElement('\n')] : []),
      { type: 'text', text: padCard(estimates[index] ?? NONE, width), style: { code: true } },
      textElement(' '),
      ...titleElements(t, titled, limits.line),
      ...notesOf(t, story, stories.length > 1).map((note) => textElement(`  ${note}`)),
    ];
  });
  return {
    type: 'rich_text',
    block_id: 'stories',
    elements: [{ type: 'rich_text_section', elements: joined(elements) }],
  };
}

/**
 * How many rounds and how long it took. With a single story the time is that of the whole session, which is shown
 * anyway.
 */
function notesOf(
  t: Translate,
  { estimate, rounds, skipped, ms = 0 }: SummaryLine,
  isOneOfMany: boolean,
): string[] {
  if (skipped) return [t('summary.skipped')];
  if (estimate === undefined) return [t('summary.noEstimate')];
  const time = isOneOfMany && ms >= MINUTE ? durationText(t, ms) : undefined;
  if (time === undefined) return rounds > 1 ? [t('summary.rounds', { rounds })] : [];
  return [rounds > 1 ? t('summary.roundsAndTime', { rounds, time }) : t('summary.time', { time })];
}
