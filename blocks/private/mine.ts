import type { KnownBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { defined } from '../../src/game/defined.ts';
import type { MyResult, MySessions, OpenVote, OwnSession } from '../../src/game/my-sessions.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';
import { titleElements } from '../message/title.ts';
import { dateElement } from '../text/date.ts';
import { listed } from '../text/listed.ts';
import { within } from '../text/mrkdwn.ts';

/** How much of a title the lists show. */
const TITLE = 80;
/** How long each of the three lists may get in the text. */
const LIST = 1100;

/** What `/groom mine` answers; the Home tab shows the same blocks. */
export function mineLine(mine: MySessions, t: Translate): PrivateLine {
  return { text: mineText(mine, t), blocks: [...mineBlocks(mine, t), startBlock(t)] };
}

/**
 * Votes that wait for somebody, sessions they have started, and what was estimated lately. It has links, but no
 * buttons.
 */
export function mineBlocks({ awaited, created, results }: MySessions, t: Translate): KnownBlock[] {
  return [
    heading('awaited', t(awaited.length > 0 ? 'mine.awaited' : 'mine.nothing')),
    ...list('awaited', awaited, (vote) => voteElements(vote, t)),
    ...(created.length > 0 ? [heading('created', t('mine.created'))] : []),
    ...list('created', created, (session) => ownElements(session, t)),
    ...(results.length > 0 ? [heading('results', t('mine.results'))] : []),
    ...list('results', results, (result) => resultElements(result, t)),
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

function list<T>(name: string, items: readonly T[], show: (item: T) => RichTextElement[]): RichTextBlock[] {
  if (items.length === 0) return [];
  const elements = items.map((item): RichTextSection => {
    return { type: 'rich_text_section', elements: show(item) };
  });
  return [
    { type: 'rich_text', block_id: name, elements: [{ type: 'rich_text_list', style: 'bullet', elements }] },
  ];
}

function voteElements(vote: OpenVote, t: Translate): RichTextElement[] {
  const { deadlineAt } = vote;
  if (deadlineAt === undefined) return sessionElements(vote, t);
  const until = t.parts<RichTextElement>('heading.until', { date: dateElement(t, deadlineAt) });
  return [...sessionElements(vote, t), text(' · '), ...until.map(asElement)];
}

const ownElements = (session: OwnSession, t: Translate): RichTextElement[] => [
  ...sessionElements(session, t),
  text(` · ${statusText(session, t)}`),
];

function resultElements({ channelId, estimate, ...titled }: MyResult, t: Translate): RichTextElement[] {
  return [
    { type: 'text', text: estimate, style: { code: true } },
    text(' '),
    ...titleElements(t, titled, TITLE),
    ...channelElements(channelId),
  ];
}

/** The title, as a link to the message, and the channel. */
function sessionElements({ title, channelId, messageLink }: OpenVote, t: Translate): RichTextElement[] {
  const titled = defined({ title, link: messageLink });
  return [...titleElements(t, titled, TITLE), ...channelElements(channelId)];
}

/** A direct message has no name that could be shown. */
const channelElements = (channel_id: string): RichTextElement[] =>
  channel_id.startsWith('D') ? [] : [text(' · '), { type: 'channel', channel_id }];

function statusText({ status, voted, awaited }: OwnSession, t: Translate): string {
  if (status !== 'voting') return t(`mine.${status}`);
  if (awaited > 0) return t('mine.waiting', { awaited });
  return voted > 0 ? t('mine.everyone') : t('mine.nobody');
}

const text = (words: string): RichTextElement => ({ type: 'text', text: words });
const asElement = (part: string | RichTextElement): RichTextElement =>
  typeof part === 'string' ? text(part) : part;

/** The same as one text, for notifications and screen readers. */
function mineText({ awaited, created, results }: MySessions, t: Translate): string {
  const titles = (places: readonly { title: string }[]) => places.map(({ title }) => within(title, TITLE));
  const sentence = (what: string, items: readonly string[]) =>
    items.length > 0 ? [t('mine.text', { what, list: listed(t, items, LIST) })] : [];
  const waiting = sentence(t('mine.awaited'), titles(awaited));
  const own = created.map((one) => `${within(one.title, TITLE)} (${statusText(one, t)})`);
  const estimates = results.map(({ title, estimate }) => `${within(title, TITLE)} ${estimate}`);
  return [
    ...(waiting.length > 0 ? waiting : [t('mine.nothing')]),
    ...sentence(t('mine.created'), own),
    ...sentence(t('mine.results'), estimates),
  ].join(t('list.sentence'));
}
