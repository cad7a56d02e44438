/** The first value of a text, and what comes after it. */
export interface TypedValue {
  value: string;
  rest: string;
  isQuoted: boolean;
}

/** Quotes of one kind stand for each other: phones and word processors choose them by language. */
const DOUBLE = '"“”„‟«»';
const SINGLE = "'‘’‚‛‹›";
const QUOTED = new RegExp(
  `^(?:[${DOUBLE}]([^${DOUBLE}]*)[${DOUBLE}]|[${SINGLE}]([^${SINGLE}]*)[${SINGLE}]|「([^」]*)」)`,
);
const OPENS = new RegExp(`^[${DOUBLE}${SINGLE}「]`);

/** A word, or several in quotes. `undefined` if there is none, or if its quotes are not closed. */
export function typedValue(text: string): TypedValue | undefined {
  const [quoted, double, single, corner] = QUOTED.exec(text) ?? [];
  if (quoted === undefined && OPENS.test(text)) return undefined;
  const [whole = ''] = quoted === undefined ? (/^\S+/.exec(text) ?? []) : [quoted];
  const value = (double ?? single ?? corner ?? whole).trim();
  if (value === '') return undefined;
  return { value, rest: text.slice(whole.length).trimStart(), isQuoted: quoted !== undefined };
}
