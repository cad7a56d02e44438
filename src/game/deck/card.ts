import { type Card, cardNumber } from './deck.ts';

/** A card has so many characters at most, as people count them: a family of emoji is one. */
export const MAX_CARD = 10;
/** Those may be long: an endless character is no card. */
const MAX_UNITS = 40;

/** What Slack would format, and what cannot be seen; joiners and tags are allowed, they make emoji. */
const NOT_ALLOWED = /[`*_~<>&|:\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/u;
const INVISIBLE = /^[\p{C}\p{Z}\p{M}]*$/u;

/** The one emoji that means something. Slack turns a picked one into its shortcode. */
const COFFEE = /^(?::coffee:|☕\ufe0f)$/;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What has been typed for a card, as it is stored: full-width letters of a Japanese keyboard are as good. */
export function normalCard(typed: string): Card {
  return toHalfWidth(typed).normalize().replace(/\s+/g, ' ').trim().replace(COFFEE, '☕');
}

/** `！` to `～`, the full-width forms of what ASCII has from `!` to `~`, and the wide comma `、`. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('、', ',');
}

export const isCardAllowed = (card: Card): boolean => !NOT_ALLOWED.test(card) && !INVISIBLE.test(card);

export const isCardTooLong = (card: Card): boolean =>
  card.length > MAX_UNITS || [...characters.segment(card)].length > MAX_CARD;

/** Cards that are the same to people: `xl` and `XL`, `0.5` and `½`. */
export const isSameCard = (a: Card, b: Card): boolean => likeness(a) === likeness(b);

const likeness = (card: Card): string | number => cardNumber(card) ?? card.toLowerCase();

/** The card of a deck that somebody has typed. */
export function findCard(typed: string, cards: readonly Card[]): Card | undefined {
  const card = normalCard(typed);
  return cards.find((one) => isSameCard(one, card));
}
