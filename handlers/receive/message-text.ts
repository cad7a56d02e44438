import { cut } from '../../blocks/text/mrkdwn.ts';

/** As much of a message as a title needs. */
const LONGEST = 150;
/** What is further on is not read: marks and links before it are far from all of a title. */
const READ = 3000;

/** `<https://…|label>`, `<@U…>`, `<#C…|name>`, `<!here>`, `<!date^…|…>`. */
const REFERENCE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
/** A mark stands at the edge of a word, and so does the one that closes it. */
const MARKED = /(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}*_~])/gu;

/**
 * A message's text as people read it, in one line: without marks, links by their label, people and channels by
 * their names where Slack tells them.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function messageLine(mrkdwn: string): string {
  const text = mrkdwn
    .slice(0, READ)
    .split(/(`+)([^`]+)\1/)
    // Every third piece is what stands between backticks, the one before it the backticks.
    .flatMap((piece, index) => (index % 3 === 1 ? [] : index % 3 === 2 ? piece : withoutMarks(piece)))
    .join('')
    .replace(/<[^>]*$/, '')
    .replace(REFERENCE, (_, kind: string, target: string, label?: string) => nameOf(kind, target, label));
  return cut(decodeEntities(text).replace(/\s+/g, ' ').trim(), LONGEST);
}

function withoutMarks(text: string): string {
  const lines = text.replace(/^(?:&gt;)+[ \t]*/gm, '');
  // Marks within marks.
  return lines.replace(MARKED, '$2').replace(MARKED, '$2').replace(MARKED, '$2');
}

function nameOf(kind: string, target: string, label: string | undefined): string {
  if (kind === '') return label || target.replace(/^mailto:/, '');
  if (kind === '!') return label ?? `@${target.replace(/\^.*$/, '')}`;
  return label ? `${kind}${label.replace(/^[@#]/, '')}` : `${kind}…`;
}

/** Slack escapes these three in a slash command's text. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function decodeEntities(escaped: string): string {
  return escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
