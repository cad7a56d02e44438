import { EMOJI_NAME } from './emoji.tsx';

/** Slack's mrkdwn, https://docs.slack.dev/messaging/formatting-message-text */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; label: string }
  | { kind: 'user'; id: string }
  | { kind: 'channel'; id: string; label: string }
  | { kind: 'broadcast'; name: string }
  | { kind: 'date'; seconds: number; format: string; url?: string; fallback: string }
  | { kind: 'emoji'; name: string };

export type Paragraph =
  | { kind: 'lines'; inlines: Inline[] }
  | { kind: 'quote'; inlines: Inline[] }
  | { kind: 'code'; text: string };

export function parseMrkdwn(source: string): Paragraph[] {
  return source.split(/```\n?([\s\S]*?)\n?```\n?/).flatMap((part, index): Paragraph[] => {
    if (index % 2 === 1) return [{ kind: 'code', text: decodeEntities(part) }];
    return part === '' ? [] : parseLines(part);
  });
}

function parseLines(source: string): Paragraph[] {
  const quoted = /^(?:>|&gt;) ?/;
  const runs: { quote: boolean; lines: string[] }[] = [];
  for (const line of source.split('\n')) {
    const quote = quoted.test(line);
    const last = runs.at(-1);
    const text = quote ? line.replace(quoted, '') : line;
    if (last?.quote === quote) last.lines.push(text);
    else runs.push({ quote, lines: [text] });
  }
  return runs.map((run) => ({
    kind: run.quote ? 'quote' : 'lines',
    inlines: parseInlines(run.lines.join('\n')),
  }));
}

/** `*bold*` only between non-word characters, and with no space inside its marks. */
const marked = (mark: string) =>
  `(?<![\\p{L}\\p{N}${mark}])${mark}(?!\\s)([^\\n${mark}]+)(?<!\\s)${mark}(?![\\p{L}\\p{N}${mark}])`;

const INLINE = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    `:(${EMOJI_NAME}):`,
    marked('\\*'),
    marked('_'),
    marked('~'),
    '(https?://[^\\s<>|]*[^\\s<>|.,!?)])',
  ].join('|'),
  'gu',
);

function parseInlines(source: string): Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  const addText = (text: string) => {
    if (text) inlines.push({ kind: 'text', text: decodeEntities(text) });
  };
  for (const match of source.matchAll(INLINE)) {
    addText(source.slice(end, match.index));
    inlines.push(inlineOf(match));
    end = match.index + match[0].length;
  }
  addText(source.slice(end));
  return inlines;
}

function inlineOf(match: RegExpExecArray): Inline {
  const [, code, angle, emoji, bold, italic, strike, url] = match;
  if (code !== undefined) return { kind: 'code', text: decodeEntities(code) };
  if (angle !== undefined) return parseAngle(angle);
  if (emoji !== undefined) return { kind: 'emoji', name: emoji };
  if (bold !== undefined) return { kind: 'bold', children: parseInlines(bold) };
  if (italic !== undefined) return { kind: 'italic', children: parseInlines(italic) };
  if (strike !== undefined) return { kind: 'strike', children: parseInlines(strike) };
  return { kind: 'link', url: decodeEntities(url ?? ''), label: decodeEntities(url ?? '') };
}

/** What stands between `<` and `>`: a mention, a date, a link. */
function parseAngle(content: string): Inline {
  const bar = content.indexOf('|');
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = decodeEntities(bar < 0 ? '' : content.slice(bar + 1));
  if (/^@[UW]/.test(target)) return { kind: 'user', id: target.slice(1) };
  if (/^#C/.test(target)) return { kind: 'channel', id: target.slice(1), label };
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = '', url] = target.split('^');
    return { kind: 'date', seconds: Number(seconds), format, fallback: label, ...(url && { url }) };
  }
  if (target.startsWith('!')) return { kind: 'broadcast', name: label || target.slice(1) };
  const url = decodeEntities(target);
  return { kind: 'link', url, label: label || url };
}

function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
