import type { FinishedStory } from '../game/round/history.ts';
import { COLUMNS, type Row, rowOf } from './row.ts';

/** The columns of the table. Titles carry their links, and readers don't need the session. */
const SHOWN = COLUMNS.filter((column) => column !== 'link' && column !== 'session');

/** The columns that are aligned to the right. */
const NUMBERS: ReadonlySet<keyof Row> = new Set<keyof Row>([
  'points',
  'rounds',
  'votes',
  'average',
  'minutes',
]);

/** A history as a Markdown table. https://github.github.com/gfm/#tables-extension- */
export function toMarkdown(stories: readonly FinishedStory[]): string {
  const rule = SHOWN.map((column) => (NUMBERS.has(column) ? '--:' : '---'));
  const rows = stories.map((story) => {
    const row = rowOf(story);
    return SHOWN.map((column) => (column === 'title' ? titleOf(row) : cellOf(row, column)));
  });
  return [SHOWN, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Times are our own writing and need no escaping. */
const cellOf = (row: Row, column: keyof Row): string =>
  column === 'finished' ? String(row.finished) : literal(String(row[column] ?? ''));

function titleOf({ title, link }: Row): string {
  const text = literal(String(title ?? ''));
  return link === undefined ? text : `[${text}](${addressOf(String(link))})`;
}

/** A link with everything percent-encoded that would end it, or end the cell. */
const addressOf = (link: string): string =>
  link.replace(/[\s|()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** A text with all marks of Markdown escaped, in one line, because a cell has only one. */
const literal = (text: string): string => text.replace(/[\\`*_[\]<>#|~&:@]/g, '\\$&').replace(/\s+/g, ' ');
