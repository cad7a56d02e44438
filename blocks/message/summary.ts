import type { RichTextBlock, RichTextElement } from '@slack/types';
import { cardNumber, isNumericDeck } from '../../src/game/deck/deck.ts';
import type { Language } from '../../src/game/language.ts';
import type { PublicCancelled, PublicSummary, SummaryLine } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { MINUTE } from '../../src/time.ts';
import { type Translate, translator } from '../language/translate.ts';
import { padCard, widestOf } from '../text/card-width.ts';
import { durationText } from '../text/duration.ts';
import { cardText, deckTitle, mention, mentions, plain, titleInText, within } from '../text/mrkdwn.ts';
import { titleBlock, titleElements } from './title.ts';

/** So long a title is shown in the summary. */
const TITLE = 80;
const NONE = '–';
/** The list in the top-level text, which Slack takes up to 4000 characters of. */
const LIST = 3400;

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
      listOf(t, stories),
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

/** As many as there is room for: escaped titles may be five times as long. */
function listOf(t: Translate, stories: readonly SummaryLine[]): string {
  const comma = t('list.comma');
  const listed = stories.map(
    (story) => `${within(story.title, TITLE) || t('title.none')} ${inText(t, story)}`,
  );
  const fitting = listed.filter((_, index) => listed.slice(0, index + 1).join(comma).length <= LIST);
  const named = fitting.join(comma);
  const more = listed.length - fitting.length;
  return t('summary.textStories', {
    stories: more > 0 ? t('stories.more', { stories: named, more }) : named,
  });
}

function inText(t: Translate, { estimate, skipped }: SummaryLine): string {
  if (skipped) return t('summary.skipped');
  return estimate === undefined ? t('summary.noEstimate') : cardText(estimate);
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

/** What is worth a note; the time of one story alone is that of the whole. */
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

export function renderCancelled(session: PublicCancelled): Rendering {
  const { title, creatorId, hostName, language } = session;
  const t = translator(language);
  const line = (host: string) => t('cancelled.line', { host });
  return {
    text: t('cancelled.text', { title: titleInText(title) }),
    blocks: [
      titleBlock(t, session, 'strike'),
      {
        type: 'context',
        block_id: 'heading',
        elements: [
          hostName === undefined ? { type: 'mrkdwn', text: line(mention(creatorId)) } : plain(line(hostName)),
        ],
      },
    ],
  };
}

/** What *Move to bottom* leaves behind. */
export function renderMoved(permalink: string | undefined, language: Language): Rendering {
  const t = translator(language);
  const words = permalink ? t('moved.link', { permalink }) : t('moved.line');
  return {
    text: t('moved.text'),
    blocks: [{ type: 'context', block_id: 'moved', elements: [{ type: 'mrkdwn', text: words }] }],
  };
}
