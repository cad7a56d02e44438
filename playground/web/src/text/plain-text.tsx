import { Fragment } from 'react';
import { EMOJI_NAME, Emoji } from './emoji.tsx';

const SHORTCODE = new RegExp(`:(${EMOJI_NAME}):`);

/** Slack's `plain_text`: literal but for emoji names such as `:coffee:`. */
export function PlainText({ text, emoji = true }: { text: string; emoji?: boolean | undefined }) {
  if (!emoji || !text.includes(':')) return text;
  const parts = text.split(SHORTCODE);
  return Array.from(parts.entries(), ([index, part]) => (
    <Fragment key={index}>{index % 2 === 1 ? <Emoji name={part} /> : part}</Fragment>
  ));
}
