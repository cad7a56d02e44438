import { Fragment } from 'react';
import { Emoji } from './emoji.tsx';

/** Slack's `plain_text`: literal but for emoji names such as `:coffee:`. */
export function PlainText({ text, emoji = true }: { text: string; emoji?: boolean | undefined }) {
  if (!emoji || !text.includes(':')) return text;
  const parts = text.split(/:([a-z0-9_+-]+):/);
  return Array.from(parts.entries(), ([index, part]) => (
    <Fragment key={index}>{index % 2 === 1 ? <Emoji name={part} /> : part}</Fragment>
  ));
}
