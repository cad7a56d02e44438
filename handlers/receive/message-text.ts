import { cut } from '../../blocks/text/mrkdwn.ts';

/** As much of a message as a title needs. */
const LONGEST = 150;
/** What is further on is not read: marks and links before it are far from all of a title. */
const READ = 3000;

/** `<https://…|label>`, `<@U…>`, `<#C…|name>`, `<!here>`, `<!date^…|…>`. */
const REFERENCE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
/** A mark stands at the edge of a word, and so does the one that closes it. Doubled ones (`__init__`) are none. */
const MARKED = /(?<![\p{L}\p{N}*_~])([*_~])(?!\1)(?=\S)([^\n]*?\S)(?<!\1)\1(?![\p{L}\p{N}*_~])/gu;

/**
 * A message's text as people read it, in one line: without marks, links by their label, people and channels by
 * their names where Slack tells them.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function messageLine(mrkdwn: string): string {
  const text = unmarked(mrkdwn.slice(0, READ), withoutQuotes).replace(/<[^>]*$/, '');
  return cut(decodeEntities(namedReferences(text)).replace(/\s+/g, ' ').trim(), LONGEST);
}

/** A text without the marks that Slack formats: `*bold*`, `` `code` ``. What stands between backticks keeps its own. */
export function unmarked(text: string, before = (piece: string): string => piece): string {
  const addresses: string[] = [];
  const withoutAddresses = text.replace(ADDRESS, (address) => `\ue000${addresses.push(address) - 1}\ue001`);
  return withoutMarks(withoutAddresses, before).replaceAll(
    /\ue000(\d+)\ue001/g,
    (whole, place: string) => addresses[Number(place)] ?? whole,
  );
}

function withoutMarks(text: string, before: (piece: string) => string): string {
  return text
    .split(/(`+)([^`]+)\1/)
    .flatMap((piece, index) => {
      // Every third piece is what stands between backticks, the one before it the backticks.
      if (index % 3 !== 0) return index % 3 === 1 ? [] : piece;
      // Marks within marks.
      return before(piece).replace(MARKED, '$2').replace(MARKED, '$2').replace(MARKED, '$2');
    })
    .join('');
}

/** Signs within an address are none of its text. A mark that closes right behind it is no part of it. */
const ADDRESS = /https?:\/\/[^\s<>|`]*[^\s<>|`*_~]/g;

const withoutQuotes = (text: string): string => text.replace(/^(?:&gt;)+[ \t]*/gm, '');

/** Links by their label, people and channels by their names; but for those that are to be `left` as they are. */
export function namedReferences(
  text: string,
  left: (reference: { kind: string; at: number }) => boolean = () => false,
): string {
  return text.replace(
    REFERENCE,
    (whole, kind: string, target: string, label: string | undefined, at: number) =>
      left({ kind, at }) ? whole : nameOf(kind, target, label),
  );
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
