import type { Card } from '../../src/game/deck/deck.ts';
import { characters } from './mrkdwn.ts';

/** What is drawn two columns wide where all letters are equally wide. https://www.unicode.org/reports/tr11/ */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u3000-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\ufe0f/u;
/** Latin letters, digits, signs: one column each. */
const NARROW = /^[\u0020-\u024f]*$/;

/** How many columns a card takes. */
export function widthOf(card: Card): number {
  if (NARROW.test(card)) return card.length;
  return characters(card).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/** Cards below each other end at the same column. */
export const padCard = (card: Card, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(card))) + card;

export const widestOf = (cards: readonly Card[]): number => Math.max(0, ...cards.map(widthOf));
