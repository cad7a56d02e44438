import type { RichTextElement } from '@slack/types';
import { withGlyphs } from '../../src/game/emoji/shortcodes.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';
import { cut, escapeText, mention, mentionElement, within } from '../text/mrkdwn.ts';
import { textElement, typedElements } from '../text/rich-text.ts';
import type { Part, Words } from '../words/words.ts';

/** How much of a title a private line repeats. */
const TITLE = 80;
/** How much it repeats of anything else that somebody typed. */
const TYPED = 40;

/** A private line as rich text, which shows titles and the like as they were typed. */
export function line(words: Words, t: Translate): PrivateLine {
  return {
    text: asMrkdwn(words, t),
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: words.flatMap((part) => asElements(part, t)) }],
      },
    ],
  };
}

/** The same for where Slack interprets marks. */
export function asMrkdwn(words: Words, t: Translate): string {
  return words
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('card' in part) return `*${part.card}*`;
      if ('typed' in part)
        return `\`${escapeText(cut(withGlyphs(part.typed).replaceAll('`', 'ˋ'), TYPED))}\``;
      if ('userId' in part) return mention(part.userId);
      if ('url' in part) return `<${part.url}|${part.inWords}>`;
      return within(part.title, TITLE) || t('title.this');
    })
    .join('');
}

/** The same for beside the fields of a modal, where Slack interprets nothing. */
export function asPlain(words: Words, t: Translate): string {
  return words
    .map((part) => {
      if (typeof part === 'string') return part.replaceAll(/[`*]/g, '');
      if ('card' in part) return part.card;
      if ('typed' in part) return t('typed', { typed: cut(withGlyphs(part.typed), TYPED) });
      if ('inWords' in part) return part.inWords;
      return cut(withGlyphs(part.title), TITLE) || t('title.this');
    })
    .join('');
}

function asElements(part: Part, t: Translate): RichTextElement[] {
  if (typeof part === 'string') return markedElements(part);
  if ('card' in part) return [textElement(part.card, { style: { bold: true } })];
  if ('typed' in part) return [textElement(cut(withGlyphs(part.typed), TYPED), { style: { code: true } })];
  if ('userId' in part) return [mentionElement(part.userId)];
  if ('url' in part) return [{ type: 'link', url: part.url, text: part.inWords }];
  return typedElements(cut(part.title, TITLE) || t('title.this'));
}

/** `*bold*` and `` `code` ``, as Slack marks them in mrkdwn. */
const MARKED = /(`[^`]+`|\*[^*]+\*)/;

/** Our own words. */
function markedElements(words: string): RichTextElement[] {
  return words.split(MARKED).flatMap((piece, index) => {
    if (piece === '') return [];
    if (index % 2 === 0) return textElement(piece);
    const style = piece.startsWith('*') ? { bold: true } : { code: true };
    return textElement(piece.slice(1, -1), { style });
  });
}
