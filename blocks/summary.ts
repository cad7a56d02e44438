import type { RichTextBlock } from '@slack/types';
import { cardNumber, isNumericDeck } from '../src/session/deck.ts';
import type { Language } from '../src/session/language.ts';
import type { PublicCancelled, PublicSummary, SummaryLine } from '../src/session/public-session.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { deckTitle } from './deck-title.ts';
import { type Translate, translator } from './language/translate.ts';
import { cut, mention, mentions, plain, titleBlock, titleInText, within } from './mrkdwn.ts';

/** So long a title is shown in the summary. */
const TITLE = 80;
const NONE = '–';
/** The list in the top-level text, which Slack takes up to 4000 characters of. */
const LIST = 3800;

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
  const context = [
    ...(people.length > 0 ? [t('summary.with', { names: mentions(t, people) })] : []),
    deckTitle(t, deck),
    t('summary.minutes', { minutes }),
  ];
  const text = t('summary.text', { facts: [progress, ...points].join(t('list.comma')) });
  return {
    text: [text, ...listOf(t, estimated)].join(t('list.sentence')),
    blocks: [
      {
        type: 'section',
        block_id: 'numbers',
        expand: true,
        text: { type: 'mrkdwn', text: facts.join(' · ') },
      },
      storyList(t, stories),
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: context.join(' · ') }] },
    ],
  };
}

/** As many as there is room for: escaped titles may be five times as long. */
function listOf(t: Translate, stories: readonly SummaryLine[]): string[] {
  if (stories.length === 0) return [];
  const comma = t('list.comma');
  const listed = stories.map(({ title, estimate }) => `${within(title, TITLE)} ${estimate}`);
  const fitting = listed.filter((_, index) => listed.slice(0, index + 1).join(comma).length <= LIST);
  const named = fitting.join(comma);
  const more = listed.length - fitting.length;
  return [
    t('summary.textStories', { stories: more > 0 ? t('stories.more', { stories: named, more }) : named }),
  ];
}

function pointsOf(t: Translate, stories: readonly SummaryLine[]): string {
  const sum = stories.reduce((total, { estimate = '' }) => total + (cardNumber(estimate) ?? 0), 0);
  return t('summary.points', { sum, points: t.number(sum) });
}

function storyList(t: Translate, stories: readonly SummaryLine[]): RichTextBlock {
  const width = Math.max(...stories.map(({ estimate = NONE }) => estimate.length));
  const elements = stories.flatMap((story, index) => {
    const title = [cut(story.title, TITLE), ...notesOf(t, story)].join('  ');
    return [
      ...(index > 0 ? [{ type: 'text', text: '\n' } as const] : []),
      { type: 'text', text: (story.estimate ?? NONE).padStart(width), style: { code: true } } as const,
      { type: 'text', text: ` ${title}` } as const,
    ];
  });
  return {
    type: 'rich_text',
    block_id: 'stories',
    elements: [{ type: 'rich_text_section', elements }],
  };
}

function notesOf(t: Translate, { estimate, rounds, skipped }: SummaryLine): string[] {
  if (skipped) return [t('summary.skipped')];
  if (estimate === undefined) return [t('summary.noEstimate')];
  return rounds > 1 ? [t('summary.rounds', { rounds })] : [];
}

export function renderCancelled({ title, creatorId, hostName, language }: PublicCancelled): Rendering {
  const t = translator(language);
  const line = (host: string) => t('cancelled.line', { host });
  return {
    text: t('cancelled.text', { title: titleInText(title) }),
    blocks: [
      titleBlock(t, title, 'strike'),
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
