import { eastAsianWidth } from 'get-east-asian-width';
import { characters } from '../../src/game/characters.ts';
import type { Card } from '../../src/game/deck/deck.ts';

/** Latin letters, digits, signs: one column each. */
const NARROW = /^[\u0020-\u024f]*$/;
/** Emoji, flags included: two columns. */
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;

/** How many columns a card takes where all letters are equally wide. https://www.unicode.org/reports/tr11/ */
export function widthOf(card: Card): number {
  if (NARROW.test(card)) return card.length;
  return characters(card).reduce((width, character) => width + columnsOf(character), 0);
}

const columnsOf = (character: string): 1 | 2 =>
  EMOJI.test(character) ? 2 : eastAsianWidth(character.codePointAt(0) ?? 0);

/** Fills a card up from the left, so that cards below each other end at the same column. */
export const padCard = (card: Card, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(card))) + card;

export const widestOf = (cards: readonly Card[]): number => Math.max(0, ...cards.map(widthOf));
