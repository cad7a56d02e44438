import type { PlainTextElement, RichTextElement, RichTextText } from '@slack/types';
import { type Shortcode, shortcodesIn } from '../../src/game/emoji/shortcodes.ts';
import { plain } from './mrkdwn.ts';

type Styled = Pick<RichTextText, 'style'>;

/** Words of our own, and what of others stands between emoji. */
export const textElement = (text: string, styled: Styled = {}): RichTextText => ({
  type: 'text',
  text,
  ...styled,
});

/**
 * What people typed: literal but for its emoji, which Slack would show as words here. `emoji`: where they are, if
 * that is known.
 * https://docs.slack.dev/reference/block-kit/block-elements/emoji-element
 */
export function typedElements(
  text: string,
  styled: Styled = {},
  emoji: readonly Shortcode[] = shortcodesIn(text),
): RichTextElement[] {
  const ends = [0, ...emoji.map(({ end }) => end)];
  const pieces = ends.flatMap((from, index): RichTextElement[] => {
    const next = emoji[index];
    const between = textElement(text.slice(from, next?.start), styled);
    return next ? [between, { type: 'emoji', name: next.name }] : [between];
  });
  return pieces.filter((piece) => piece.type !== 'text' || piece.text !== '');
}

/**
 * The same in plain text, where Slack either draws everything that looks like an emoji's name (`1:100:5`, too) or
 * nothing.
 */
export function typedPlain(text: string): PlainTextElement {
  const emoji = shortcodesIn(text);
  const others = emoji.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
  return plain(text, emoji.length > 0 && !/:[^\s:]+:/.test(others));
}

/** The same elements with texts that follow each other made one, because a message must not weigh too much. */
export function joined(elements: readonly RichTextElement[]): RichTextElement[] {
  const whole: RichTextElement[] = [];
  for (const element of elements) {
    const last = whole.at(-1);
    const isMore = last?.type === 'text' && element.type === 'text' && !last.style && !element.style;
    if (isMore) whole[whole.length - 1] = textElement(last.text + element.text);
    else whole.push(element);
  }
  return whole;
}

/** A card as code, which leads to the message where it was decided on, if that is known. */
export const linkedCard = (text: string, url: string | undefined): RichTextElement =>
  url === undefined
    ? { type: 'text', text, style: { code: true } }
    : { type: 'link', url, text, style: { code: true } };
