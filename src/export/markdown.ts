import type { FinishedStory } from '../game/round/history.ts';
import { COLUMNS, type Row, rowOf } from './row.ts';

/** In a table titles carry their links, and who reads it does not ask for the session. */
const SHOWN = COLUMNS.filter((column) => column !== 'link' && column !== 'session');

/** Right-aligned. */
const NUMBERS: ReadonlySet<keyof Row> = new Set<keyof Row>([
  'points',
  'rounds',
  'votes',
  'average',
  'minutes',
]);

/** A history as a table. https://github.github.com/gfm/#tables-extension- */
export function toMarkdown(stories: readonly FinishedStory[]): string {
  const rule = SHOWN.map((column) => (NUMBERS.has(column) ? '--:' : '---'));
  const rows = stories.map((story) => {
    const row = rowOf(story);
    return SHOWN.map((column) => (column === 'title' ? titleOf(row) : cellOf(row, column)));
  });
  return [SHOWN, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** Times and numbers are written by us. */
const cellOf = (row: Row, column: keyof Row): string =>
  column === 'finished' ? String(row.finished) : literal(String(row[column] ?? ''));

function titleOf({ title, link }: Row): string {
  const text = literal(String(title ?? ''));
  return link === undefined ? text : `[${text}](${addressOf(String(link))})`;
}

/** What would end the link or the cell, percent-encoded. */
const addressOf = (link: string): string =>
  link.replace(/[\s|()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** All that Markdown might take for a mark is escaped; a cell is one line. */
const literal = (text: string): string => text.replace(/[\\`*_[\]<>#|~&:@]/g, '\\$&').replace(/\s+/g, ' ');
