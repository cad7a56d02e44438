import type { RichTextBlock, RichTextElement } from '@slack/types';
import { cardNumber, isNumericDeck } from '../../src/game/deck/deck.ts';
import type { PublicSummary, SummaryLine } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { MINUTE } from '../../src/time.ts';
import { type Translate, translator } from '../language/translate.ts';
import { padCard, widestOf } from '../text/card-width.ts';
import { durationText } from '../text/duration.ts';
import { listed } from '../text/listed.ts';
import { cardText, deckTitle, mentions, within } from '../text/mrkdwn.ts';
import { titleElements } from './title.ts';

/** How much of a title the summary shows. */
const TITLE = 80;
const NONE = '–';

/** What is left of a session once it has ended. */
export function renderSummary(session: PublicSummary): Rendering {
  const { stories, deck, people, minutes } = session;
  const t = translator(session.language);
  const estimated = stories.filter(({ estimate }) => estimate !== undefined);
  const points = isNumericDeck(deck) && estimated.length > 0 ? [pointsOf(t, estimated)] : [];
  const progress =
    estimated.length === stories.length
      ? t('summary.stories', { stories: stories.length })
      : t('summary.storiesOf', { estimated: estimated.length, stories: stories.length });
  const facts = [t('summary.done'), ...points.map((text) => `*${text}*`), progress];
  const time = durationText(t, minutes * MINUTE);
  const context = [
    ...(people.length > 0 ? [t('summary.with', { names: mentions(t, people) })] : []),
    deckTitle(t, deck),
    time,
  ];
  const comma = t('list.comma');
  return {
    text: [
      t('summary.text', { facts: [progress, ...points].join(comma) }),
      t('summary.textStories', {
        stories: listed(
          t,
          stories.map((story) => nameAndEstimate(t, story)),
        ),
      }),
      ...(people.length > 0 ? [t('summary.textWith', { names: mentions(t, people, comma) })] : []),
      t('text.sentence', { words: [deckTitle(t, deck), time].join(comma) }),
    ].join(t('list.sentence')),
    blocks: [
      {
        type: 'section',
        block_id: 'numbers',
        expand: true,
        text: { type: 'mrkdwn', text: facts.join(' · ') },
      },
      storyList(t, session),
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: context.join(' · ') }] },
    ],
  };
}

/** `Add SSO login 5`. */
function nameAndEstimate(t: Translate, { title, estimate, skipped }: SummaryLine): string {
  const name = within(title, TITLE) || t('title.none');
  if (skipped) return `${name} ${t('summary.skipped')}`;
  return `${name} ${estimate === undefined ? t('summary.noEstimate') : cardText(estimate)}`;
}

function pointsOf(t: Translate, stories: readonly SummaryLine[]): string {
  const sum = stories.reduce((total, { estimate = '' }) => total + (cardNumber(estimate) ?? 0), 0);
  return t('summary.points', { sum, points: t.number(sum) });
}

function storyList(t: Translate, { stories, issueLinks }: PublicSummary): RichTextBlock {
  const width = widestOf(stories.map(({ estimate = NONE }) => estimate));
  const elements = stories.flatMap((story, index): RichTextElement[] => {
    const titled = issueLinks ? { ...story, issueLinks } : story;
    return [
      ...(index > 0 ? [words('\n')] : []),
      { type: 'text', text: padCard(story.estimate ?? NONE, width), style: { code: true } },
      words(' '),
      ...titleElements(t, titled, TITLE),
      ...notesOf(t, story, stories.length > 1).map((note) => words(`  ${note}`)),
    ];
  });
  return {
    type: 'rich_text',
    block_id: 'stories',
    elements: [{ type: 'rich_text_section', elements }],
  };
}

const words = (text: string): RichTextElement => ({ type: 'text', text });

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
