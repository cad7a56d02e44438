import { stringify } from 'csv-stringify/sync';
import type { FinishedStory } from '../game/round/history.ts';
import { COLUMNS, type Row, rowOf } from './row.ts';

/**
 * A history as CSV (RFC 4180): a header, lines that end in CRLF, quotes where they are needed. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 * https://www.rfc-editor.org/rfc/rfc4180 · https://owasp.org/www-community/attacks/CSV_Injection
 */
export const toCsv = (stories: readonly FinishedStory[]): string =>
  stringify(stories.map(rowOf).map(safeBySemicolons), {
    columns: [...COLUMNS],
    header: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // The library would quote CRLF alone, but many readers end a record at a single CR or LF as well.
    quoted_match: /[\r\n]/,
  });

/** A formula for a spreadsheet that separates cells by semicolons, as Excel does in half of Europe. */
const FORMULA = /;(?=["\s]*[=+\-@＝＋－＠])/g;

/** Defuses those too. A link has its semicolon percent-encoded, so that it still leads to the same place. */
const safeBySemicolons = ({ title, link, ...row }: Row): Row => ({
  ...row,
  title: typeof title === 'string' ? title.replace(FORMULA, ";'") : title,
  link: typeof link === 'string' ? link.replace(FORMULA, '%3B') : link,
});

/** Tells Excel that a file is UTF-8. Without it, Excel shows garbage for `½` and `☕`. */
export const BYTE_ORDER_MARK = '\ufeff';
