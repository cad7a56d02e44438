import type { Problem } from '../problem.ts';
import { cardNumber, isGroupedNumber } from './card-number.ts';

/** Commas of all scripts; ASCII's alone may be a decimal one, too. */
const OTHER_COMMAS = '，、﹐﹑､،';
const SEMICOLONS = ';；؛';
/** Whatever separates cards, as a class of characters for regular expressions. */
const SEPARATORS = `[,${OTHER_COMMAS}${SEMICOLONS}]`;
const SEPARATOR = new RegExp(SEPARATORS);
const OTHER_COMMA = new RegExp(`[${OTHER_COMMAS}]`);
const SEMICOLON = new RegExp(`[${SEMICOLONS}]`);

const QUOTES = `"'＂＇“”„‟«»‘’‚‛‹›「」`;
const QUOTED = new RegExp(
  `(?<=^|${SEPARATORS})\\s*[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]\\s*(?=$|${SEPARATORS})`,
  'g',
);
const BRACKETED = /^[[({［（｛【]([^[\](){}［］（）｛｝【】]*)[\])}］）｝】]$/;

/** A list at the beginning of a text, and what follows it. */
interface ListAtStart {
  list: string;
  rest: string;
}

const OPENING = /^[[({［（｛【]/;
const CLOSED = /^[[({［（｛【][^[\](){}［］（）｛｝【】]*[\])}］）｝】]/;
/** One more card after a separator. With space behind that, it may as well be the first word of what follows the list. */
const NEXT = new RegExp(`^\\s*${SEPARATORS}(\\s*)(?=(\\S*))`);
const ITEM = new RegExp(`^(?:(?!${SEPARATORS})\\S)*`);

/**
 * The cards that a text begins with, without quotes around them: `1,2 ,3 Story`, `1, 2, 3 Story`, `[1, 2] Story`. Words
 * after a space go on with the list only if all of it is numbers: else nobody can tell where it ends, which is a problem.
 */
export function listAtStart(text: string): ListAtStart | Problem {
  if (OPENING.test(text)) {
    const [list] = CLOSED.exec(text) ?? [];
    return list === undefined ? { code: 'deck_without_end' } : split(text, list.length);
  }
  let end = ITEM.exec(text)?.[0].length ?? 0;
  const items = [text.slice(0, end)];
  for (;;) {
    const [separator, space = ''] = NEXT.exec(text.slice(end)) ?? [];
    if (separator === undefined) return split(text, end);
    const start = end + separator.length;
    const item = ITEM.exec(text.slice(start))?.[0] ?? '';
    if (space !== '' && item !== '' && ![...items, item].every(isClearlyCard))
      return { code: 'deck_without_end' };
    items.push(item);
    end = start + item.length;
  }
}

const isClearlyCard = (item: string): boolean =>
  item === '' || /^[?☕∞]$/.test(item) || cardNumber(item) !== undefined;

const split = (text: string, end: number): ListAtStart => ({
  list: text.slice(0, end).trim(),
  rest: text.slice(end).trimStart(),
});

/** Whether a text can only be meant as a list of cards, not as the name of a deck. */
export const looksLikeCards = (text: string): boolean => SEPARATOR.test(text);

/**
 * The cards of a list, as they were typed: `1, 2, 3`, `[1,2,3]`, `"S", "M"`. Where semicolons separate, a comma may be
 * part of a number: `0,5; 1; 2`. Where that can't be told, it is a problem.
 */
export function splitCards(text: string): readonly string[] | Problem {
  const list = bare(text);
  const hasSemicolons = SEMICOLON.test(list);
  const parts = list.split(hasSemicolons ? SEMICOLON : OTHER_COMMA);
  if (parts.length === 1 || !parts.some(hasDecimalComma)) return withoutEmptyEnds(list.split(SEPARATOR));
  const isClear = hasSemicolons && parts.every((part) => hasDecimalComma(part) || !looksLikeCards(part));
  return isClear ? withoutEmptyEnds(parts) : { code: 'mixed_separators' };
}

const hasDecimalComma = (part: string): boolean =>
  part.includes(',') && (cardNumber(part) !== undefined || isGroupedNumber(part.trim()));

/** Without what stands around a list, or a card, in other places where lists are written. */
function bare(text: string): string {
  const trimmed = text.trim();
  const inner = trimmed.replace(BRACKETED, '$1').replace(QUOTED, '$1');
  return inner === text ? text : bare(inner);
}

function withoutEmptyEnds(cards: readonly string[]): string[] {
  const isEmpty = (card: string) => card.trim() === '';
  const first = cards.findIndex((card) => !isEmpty(card));
  const last = cards.findLastIndex((card) => !isEmpty(card));
  return first < 0 ? [] : cards.slice(first, last + 1);
}
