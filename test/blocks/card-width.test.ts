import { describe, expect, it } from 'vitest';
import { padCard, widestOf, widthOf } from '../../blocks/text/card-width.ts';

describe('How many columns a card takes', () => {
  it.each([
    ['5', 1],
    ['100', 3],
    ['½', 1],
    ['Größe', 5],
    ['☕', 2],
    ['👩‍👩‍👧', 2],
    ['🇩🇪🇫🇷', 4],
    ['大', 2],
    ['カード', 6],
    ['한글', 4],
    ['ｶｰﾄ', 3],
    ['e\u0301', 1],
    ['простой', 7],
  ])('%s: %d', (card, width) => {
    expect(widthOf(card)).toBe(width);
  });
});

it('should let cards end at the same column', () => {
  const cards = ['5', '大', '100', '☕'];
  const width = widestOf(cards);
  expect(cards.map((card) => padCard(card, width))).toEqual(['  5', ' 大', '100', ' ☕']);
  expect(widestOf([])).toBe(0);
});
