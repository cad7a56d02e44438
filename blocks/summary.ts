import type { RichTextBlock } from '@slack/types';
import { type Card, cardNumber, isNumericDeck } from '../src/session/deck.ts';
import type { PublicCancelled, PublicSummary, SummaryLine } from '../src/session/public-session.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { count, cut, mention, mentions, plain, quoted, titleBlock, within } from './mrkdwn.ts';
import { decimal } from './numbers.ts';

/** So long a title is shown in the summary. */
const TITLE = 80;
const NONE = '–';
/** The list in the top-level text, which Slack takes up to 4000 characters of. */
const LIST = 3800;

/** What is left of a session once it has ended. */
export function renderSummary(session: PublicSummary): Rendering {
  const { stories, deck, people, minutes } = session;
  const estimated = stories.filter(({ estimate }) => estimate !== undefined);
  const points = isNumericDeck(deck) && estimated.length > 0 ? [pointsOf(estimated)] : [];
  const progress =
    estimated.length === stories.length
      ? count(stories.length, 'story', 'stories')
      : `${estimated.length} of ${count(stories.length, 'story', 'stories')}`;
  const facts = [...points.map((text) => `*${text}*`), progress];
  const context = [...(people.length > 0 ? [`With ${mentions(people)}`] : []), deck.title, `${minutes} min`];
  return {
    text: `Estimation done: ${[progress, ...points].join(', ')}.${listOf(estimated)}`,
    blocks: [
      {
        type: 'section',
        block_id: 'numbers',
        expand: true,
        text: { type: 'mrkdwn', text: ['*Estimation done*', ...facts].join(' · ') },
      },
      storyList(stories),
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: context.join(' · ') }] },
    ],
  };
}

/** As many as there is room for: escaped titles may be five times as long. */
function listOf(stories: readonly SummaryLine[]): string {
  const listed = stories.map(({ title, estimate }) => `${within(title, TITLE)} ${estimate}`);
  const fitting = listed.filter((_, index) => listed.slice(0, index + 1).join(', ').length <= LIST);
  const more = listed.length - fitting.length;
  if (listed.length === 0) return '';
  return ` ${fitting.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

function pointsOf(stories: readonly SummaryLine[]): string {
  const sum = stories.reduce((total, { estimate = '' }) => total + (cardNumber(estimate) ?? 0), 0);
  return sum === 1 ? '1 point' : `${decimal(sum)} points`;
}

function storyList(stories: readonly SummaryLine[]): RichTextBlock {
  const width = Math.max(...stories.map(({ estimate = NONE }) => estimate.length));
  const elements = stories.flatMap((story, index) => [
    ...(index > 0 ? [{ type: 'text', text: '\n' } as const] : []),
    { type: 'text', text: (story.estimate ?? NONE).padStart(width), style: { code: true } } as const,
    { type: 'text', text: ` ${cut(story.title, TITLE)}${noteOf(story)}` } as const,
  ]);
  return {
    type: 'rich_text',
    block_id: 'stories',
    elements: [{ type: 'rich_text_section', elements }],
  };
}

function noteOf({
  estimate,
  rounds,
  skipped,
}: {
  estimate?: Card;
  rounds: number;
  skipped: boolean;
}): string {
  if (skipped) return '  (skipped)';
  if (estimate === undefined) return '  (no estimate)';
  return rounds > 1 ? `  (${rounds} rounds)` : '';
}

export function renderCancelled({ title, creatorId, hostName }: PublicCancelled): Rendering {
  const words = 'Cancelled; the votes were dropped.';
  return {
    text: `${quoted(title)}: cancelled; the votes were dropped.`,
    blocks: [
      titleBlock(title, 'strike'),
      {
        type: 'context',
        block_id: 'heading',
        elements: [
          hostName === undefined
            ? { type: 'mrkdwn', text: `${words} Hosted by ${mention(creatorId)}` }
            : plain(`${words} Hosted by ${hostName}`),
        ],
      },
    ],
  };
}

/** What *Move to bottom* leaves behind. */
export function renderMoved(permalink: string | undefined): Rendering {
  const words = permalink
    ? `Moved to the bottom: <${permalink}|go to the current message>`
    : 'Moved to the bottom.';
  return {
    text: 'This estimation was moved to the bottom of the channel.',
    blocks: [{ type: 'context', block_id: 'moved', elements: [{ type: 'mrkdwn', text: words }] }],
  };
}
