import { characters } from '../characters.ts';
import { withGlyphs } from '../emoji/shortcodes.ts';
import { cardNumber } from './card-number.ts';
import type { Card } from './deck.ts';
import { isSameText } from './spelling.ts';

/** How many characters a card may have, as people count them. */
export const MAX_CARD = 10;
/** How many UTF-16 units it may have: a single character can be endless. */
const MAX_UNITS = 40;

/**
 * What Slack would format, and what can't be seen. Joiners and tags are allowed, because emoji are made with them.
 */
const NOT_ALLOWED = /[`*_~<>&|:\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/u;
const INVISIBLE = /^[\p{C}\p{Z}\p{M}]*$/u;

/** Marks of the direction of a text, which come along with what is copied from right-to-left scripts. */
const DIRECTION = /[\u200e\u200f\u061c]/g;

/** The coffee of the built-in decks, as some keyboards write it. */
const COFFEE = /^☕\ufe0f$/;

/**
 * A typed card in the form in which it is stored. Full-width letters, as from a Japanese keyboard, become normal
 * ones; emoji, which Slack passes on by their names, become characters.
 */
export function normalCard(typed: string): Card {
  const card = toHalfWidth(typed).replace(DIRECTION, '').normalize().replace(/\s+/g, ' ').trim();
  return withGlyphs(card).replace(COFFEE, '☕');
}

/** Replaces `！` to `～`, the full-width forms of ASCII's `!` to `~`. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

export const isCardAllowed = (card: Card): boolean => !NOT_ALLOWED.test(card) && !INVISIBLE.test(card);

export const isCardTooLong = (card: Card): boolean =>
  card.length > MAX_UNITS || (card.length > MAX_CARD && characters(card).length > MAX_CARD);

/** Whether two cards are the same to people, as `xl` and `XL` or `0.5`, `1/2` and `½` are. */
export function isSameCard(a: Card, b: Card): boolean {
  const [one, other] = [cardNumber(a), cardNumber(b)];
  return one === undefined && other === undefined ? isSameText(a, b) : one === other;
}

/** The card among these that somebody has typed, however they spell it; `undefined` if there is none. */
export function findCard(typed: string, cards: readonly Card[]): Card | undefined {
  const card = normalCard(typed);
  return cards.find((one) => one === card) ?? cards.find((one) => isSameCard(one, card));
}
