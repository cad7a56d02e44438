import { stringify } from 'csv-stringify/sync';
import type { FinishedStory } from '../game/round/history.ts';
import { COLUMNS, type Row, rowOf } from './row.ts';

/**
 * A history as RFC 4180 has it: a header, lines that end in CRLF, quotes where they are needed. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 * https://www.rfc-editor.org/rfc/rfc4180 · https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsv = (stories: readonly FinishedStory[]): string =>
  stringify(stories.map(rowOf).map(safeBySemicolons), {
    columns: [...COLUMNS],
    header: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // By itself the library would quote CRLF only, and a CR or LF alone ends a record for many readers as well.
    quoted_match: /[\r\n]/,
  });

/** Where a cell would begin for a spreadsheet that parts cells by semicolons, as Excel does in half of Europe. */
const FORMULA = /;(?=["\s]*[=+\-@＝＋－＠])/g;

/** No formula begins there either. An address stays one: it may have a semicolon in its other form. */
const safeBySemicolons = ({ title, link, ...row }: Row): Row => ({
  ...row,
  title: typeof title === 'string' ? title.replace(FORMULA, ";'") : title,
  link: typeof link === 'string' ? link.replace(FORMULA, '%3B') : link,
});

/** Without it Excel takes UTF-8 for the code page of its country, and `½` and `☕` for something else. */
export const BYTE_ORDER_MARK = '\ufeff';
