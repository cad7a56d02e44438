import type { KnownBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { defined } from '../../src/game/defined.ts';
import type { MyResult, MySessions, OpenVote, OwnSession } from '../../src/game/my-sessions.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';
import { titleElements } from '../message/title.ts';
import { AMPLE, type Limits, withinBudget } from '../text/budget.ts';
import { dateElement } from '../text/date.ts';
import { cut, within } from '../text/mrkdwn.ts';
import { linkedCard, textElement } from '../text/rich-text.ts';

/** What `/groom mine` answers; the Home tab shows the same blocks. */
export function mineLine(mine: MySessions, t: Translate): PrivateLine {
  return withinBudget((limits) => ({
    text: mineText(mine, t, limits),
    blocks: [...mineBlocks(mine, t, limits), startBlock(t)],
  }));
}

/**
 * Votes that wait for somebody, sessions they have started, and what was estimated lately. It has links, but no
 * buttons.
 */
export function mineBlocks(
  { awaited, created, results, more }: MySessions,
  t: Translate,
  limits: Limits = AMPLE,
): KnownBlock[] {
  return [
    heading('awaited', t(awaited.length > 0 ? 'mine.awaited' : 'mine.nothing')),
    ...list('awaited', awaited, (vote) => voteElements(vote, t, limits), andMore(t, more.awaited)),
    ...(created.length > 0 ? [heading('created', t('mine.created'))] : []),
    ...list('created', created, (session) => ownElements(session, t, limits), andMore(t, more.created)),
    ...(results.length > 0 ? [heading('results', t('mine.results'))] : []),
    ...list('results', results, (result) => resultElements(result, t, limits)),
  ];
}

/** How to start a session. */
export const startBlock = (t: Translate): KnownBlock => ({
  type: 'context',
  block_id: 'start',
  elements: [{ type: 'mrkdwn', text: t('mine.start') }],
});

const heading = (name: string, text: string): KnownBlock => ({
  type: 'section',
  block_id: `${name}_heading`,
  text: { type: 'mrkdwn', text: `*${text}*` },
});

/** Says that a list goes on. */
const andMore = (t: Translate, count: number): RichTextElement[][] =>
  count > 0 ? [[textElement(t('mine.more', { count }))]] : [];

function list<T>(
  name: string,
  items: readonly T[],
  show: (item: T) => RichTextElement[],
  rest: readonly RichTextElement[][] = [],
): RichTextBlock[] {
  if (items.length === 0) return [];
  const elements = [...items.map(show), ...rest].map((elements): RichTextSection => {
    return { type: 'rich_text_section', elements };
  });
  return [
    { type: 'rich_text', block_id: name, elements: [{ type: 'rich_text_list', style: 'bullet', elements }] },
  ];
}

function voteElements(vote: OpenVote, t: Translate, limits: Limits): RichTextElement[] {
  const { deadlineAt } = vote;
  if (deadlineAt === undefined) return sessionElements(vote, t, limits);
  const until = t.parts<RichTextElement>('heading.until', { date: dateElement(t, deadlineAt) });
  return [...sessionElements(vote, t, limits), textElement(' · '), ...until.map(asElement)];
}

const ownElements = (session: OwnSession, t: Translate, limits: Limits): RichTextElement[] => [
  ...sessionElements(session, t, limits),
  textElement(` · ${statusText(session, t)}`),
];

function resultElements(
  { channelId, estimate, messageLink, ...titled }: MyResult,
  t: Translate,
  { line, card }: Limits,
): RichTextElement[] {
  return [
    linkedCard(cut(estimate, card), messageLink),
    textElement(' '),
    ...titleElements(t, titled, line),
    ...channelElements(channelId),
  ];
}

/** The title, as a link to the message, and the channel. */
function sessionElements(
  { title, channelId, messageLink }: OpenVote,
  t: Translate,
  { line }: Limits,
): RichTextElement[] {
  const titled = defined({ title, link: messageLink });
  return [...titleElements(t, titled, line), ...channelElements(channelId)];
}

/** A direct message has no name that could be shown. */
const channelElements = (channel_id: string): RichTextElement[] =>
  channel_id.startsWith('D') ? [] : [textElement(' · '), { type: 'channel', channel_id }];

function statusText({ status, voted, awaited, isComplete }: OwnSession, t: Translate): string {
  if (status !== 'voting') return t(`mine.${status}`);
  if (awaited > 0) return t('mine.waiting', { awaited });
  if (voted === 0) return t('mine.nobody');
  return isComplete ? t('mine.everyone') : t('voting.count', { voted });
}

const asElement = (part: string | RichTextElement): RichTextElement =>
  typeof part === 'string' ? textElement(part) : part;

/** The same as one text, for notifications and screen readers. */
function mineText({ awaited, created, results, more }: MySessions, t: Translate, limits: Limits): string {
  const titles = (places: readonly { title: string }[]) =>
    places.map(({ title }) => within(title, limits.line));
  const sentence = (what: string, items: readonly string[]) =>
    items.length > 0 ? [t('mine.text', { what, list: items.join(t('list.comma')) })] : [];
  const rest = (count: number) => (count > 0 ? [t('mine.more', { count })] : []);
  const waiting = sentence(
    t('mine.awaited'),
    awaited.length > 0 ? [...titles(awaited), ...rest(more.awaited)] : [],
  );
  const own = created.map((one) => `${within(one.title, limits.line)} (${statusText(one, t)})`);
  const estimates = results.map(
    ({ title, estimate }) => `${within(title, limits.line)} ${cut(estimate, limits.card)}`,
  );
  return [
    ...(waiting.length > 0 ? waiting : [t('mine.nothing')]),
    ...sentence(t('mine.created'), own.length > 0 ? [...own, ...rest(more.created)] : []),
    ...sentence(t('mine.results'), estimates),
  ].join(t('list.sentence'));
}
