import type { RichTextElement } from '@slack/types';
import type { PrivateLine } from '../src/slack/chat.ts';
import { cut, within } from './mrkdwn.ts';

/** Part of a private line: our own words, a card, or a story's title, which is literal whatever it holds. */
type Part = string | { card: string } | { title: string };

/** How much of a title a private line repeats. */
const TITLE = 80;

/** A private line that repeats what people typed. */
export function line(...parts: Part[]): PrivateLine {
  return {
    text: parts.map(asMrkdwn).join(''),
    blocks: [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: parts.map(asElement) }] },
    ],
  };
}

function asMrkdwn(part: Part): string {
  if (typeof part === 'string') return part;
  return 'card' in part ? `*${part.card}*` : within(part.title, TITLE);
}

function asElement(part: Part): RichTextElement {
  if (typeof part === 'string') return { type: 'text', text: part };
  if ('card' in part) return { type: 'text', text: part.card, style: { bold: true } };
  return { type: 'text', text: cut(part.title, TITLE) };
}
