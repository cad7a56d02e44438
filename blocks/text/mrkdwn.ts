import type { PlainTextElement, RichTextElement } from '@slack/types';
import { segments } from '../../src/game/characters.ts';
import type { Card, Deck } from '../../src/game/deck/deck.ts';
import { shortcodesIn } from '../../src/game/emoji/shortcodes.ts';
import { ERASED } from '../../src/game/erased.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';

/**
 * Text in Slack's mrkdwn. `*` and `_` can't be escaped in it, so what people typed goes into `rich_text` or
 * `plain_text`, which are literal; the functions here are for our own sentences and for the top-level text.
 */

/**
 * Escapes what would be a mention, a link or an entity.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** In place of somebody who is not to be named. */
const SOMEBODY = '@…';

export const mention = (userId: string): string => (userId === ERASED ? SOMEBODY : `<@${userId}>`);

/** The same in rich text. */
export const mentionElement = (userId: string): RichTextElement =>
  userId === ERASED ? { type: 'text', text: SOMEBODY } : { type: 'user', user_id: userId };

/** How many names are listed before the rest is only counted. */
const NAMES = 8;

/** `@Ada @Bo and 37 more`. */
export function mentions(t: Translate, userIds: readonly string[], separator = ' ', most = NAMES): string {
  const names = userIds.slice(0, most).map(mention).join(separator);
  const more = userIds.length - most;
  return more > 0 ? t('names.more', { names, more }) : names;
}

/**
 * Cuts a text to at most `length` UTF-16 units (as Slack counts), ellipsis included, never through a character, and
 * at the end of a word where that costs little.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = 0;
  for (const { index, segment } of segments(text.slice(0, length + 40))) {
    if (index + segment.length > length - 1) break;
    end = index + segment.length;
  }
  // A single character may be longer than all of that. It is cut through, but never between the halves of a
  // surrogate pair.
  const kept = text.slice(0, end || length - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept.slice(0, endOfWord(kept, text)).trimEnd()}…`;
}

/** Where what is kept of a text can end: before an emoji that is cut through, or after a word, if that is not far. */
function endOfWord(kept: string, text: string): number {
  const emoji = shortcodesIn(text).find(({ start, end }) => start < kept.length && kept.length < end);
  if (emoji) return emoji.start;
  const space = /\s/.test(text[kept.length] ?? '') ? kept.length : kept.lastIndexOf(' ');
  return space > kept.length * 0.7 ? space : kept.length;
}

/** Scripts that run from right to left. */
const BIDIRECTIONAL = /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Characters that change the direction of the text after them. https://www.unicode.org/reports/tr9/ */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** What somebody typed, at most `length` long, so that it can't change the direction of the text around it. */
export function isolated(typed: string, length: number): string {
  const text = cut(typed.replaceAll(TURNING, ''), length);
  return BIDIRECTIONAL.test(text) ? `${ISOLATE}${text}${END_ISOLATE}` : text;
}

/** The same, escaped: for a title within a sentence in mrkdwn. */
export const within = (title: string, length: number): string => escapeText(isolated(title, length));

/** A card within a sentence or between backticks. No card that is allowed today has anything to escape. */
export const cardText = (card: Card): string => escapeText(card).replaceAll('`', 'ˋ');

export const plain = (text: string, emoji = false): PlainTextElement => ({ type: 'plain_text', text, emoji });

/** The same message without mentions. Slack would notify everyone whom a new message mentions. */
export function withoutMentions(message: Rendering): Rendering {
  return JSON.parse(JSON.stringify(message).replaceAll(/<@[UW][A-Z0-9]+>/g, SOMEBODY), (_, value) =>
    value?.type === 'user' ? { type: 'text', text: SOMEBODY } : value,
  );
}

/** What people call a deck: the name that its channel gave it, or a built-in deck's name in their language. */
export const deckTitle = (t: Translate, { title, name }: Deck): string => title ?? t(`deck.${name}`);
