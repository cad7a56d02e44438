import type { RichTextBlock, RichTextElement } from '@slack/types';
import { shortcodesIn, withGlyphs } from '../../src/game/emoji/shortcodes.ts';
import { type IssueLinks, linkKeys, type TitlePiece } from '../../src/game/story/issue-links.ts';
import type { Translate } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { cut } from '../text/mrkdwn.ts';
import { typedElements } from '../text/rich-text.ts';

/** A story's title, and where it leads. */
interface Titled {
  title: string;
  link?: string;
  issueLinks?: IssueLinks;
}

type Style = 'bold' | 'strike';

/**
 * A title on the message, shown as it was typed. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function titleBlock(
  t: Translate,
  titled: Titled,
  { title }: Limits,
  style: Style = 'bold',
): RichTextBlock {
  const elements = titleElements(t, titled, title, style);
  return { type: 'rich_text', block_id: 'title', elements: [{ type: 'rich_text_section', elements }] };
}

/**
 * The same to go into another rich text. With a link of the story's own, all of the title leads there; otherwise
 * its issue keys are links.
 */
export function titleElements(
  t: Translate,
  titled: Titled,
  longest: number,
  style?: Style,
): RichTextElement[] {
  const styled = style ? { style: { [style]: true } } : {};
  const pieces = titlePieces(t, titled, longest);
  const emoji = shortcodesIn(pieces.map(({ text }) => text).join(''));
  let end = 0;
  return pieces.flatMap(({ text, url }): RichTextElement[] => {
    const start = end;
    end += text.length;
    // The text of a link has no emoji in it but characters.
    if (url !== undefined) return [{ type: 'link', url, text: withGlyphs(text), ...styled }];
    const own = emoji.filter((one) => one.start >= start && one.end <= end);
    const moved = own.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    return typedElements(text, styled, moved);
  });
}

function titlePieces(t: Translate, { title, link, issueLinks }: Titled, longest: number): TitlePiece[] {
  const shown = cut(title, longest) || t('title.none');
  if (link !== undefined) return [{ text: shown, url: link }];
  if (title === '') return [{ text: shown }];
  const pieces = linkKeys(title, issueLinks);
  return shown === title ? pieces : cutPieces(pieces, shown);
}

/** The pieces of the part that is shown. A key that is cut through is no link: it would lead somewhere else. */
function cutPieces(pieces: readonly TitlePiece[], shown: string): TitlePiece[] {
  const whole: TitlePiece[] = [];
  const end = shown.length - '…'.length;
  let start = 0;
  for (const piece of pieces) {
    if (start + piece.text.length > end) break;
    whole.push(piece);
    start += piece.text.length;
  }
  return [...whole, { text: shown.slice(start) }];
}
