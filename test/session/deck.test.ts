import { describe, expect, it, test } from 'vitest';
import {
  cardNumber,
  DECKS,
  estimateCards,
  findDeck,
  isDeckName,
  isNumericDeck,
} from '../../src/session/deck.ts';

describe('The decks', () => {
  test.each([
    ['fibonacci', '0 1 2 3 5 8 13 21 ? ☕', true],
    ['modified', '0 ½ 1 2 3 5 8 13 20 40 100 ? ☕', true],
    ['tshirt', 'XS S M L XL XXL ? ☕', false],
    ['powers', '1 2 4 8 16 32 64 ? ☕', true],
  ] as const)('%s: %s', (name, cards, numeric) => {
    expect(DECKS[name].cards).toEqual(cards.split(' '));
    expect(isNumericDeck(DECKS[name])).toBe(numeric);
  });

  test.each(Object.values(DECKS))('$name: every card but ? and ☕ can be an estimate', (deck) => {
    expect([...estimateCards(deck), '?', '☕']).toEqual(deck.cards);
  });
});

describe('The deck that somebody means', () => {
  test.each([
    ['fibonacci', 'fibonacci'],
    ['TShirt', 'tshirt'],
    ['T-SHIRT', 'tshirt'],
    ['fib', 'fibonacci'],
    ['modified-fibonacci', 'modified'],
    ['pow2', 'powers'],
  ])('%s is %s', (typed, name) => {
    expect(findDeck(typed)?.name).toBe(name);
  });

  test.each(['', 'tarot', 'fibonacci ', '__proto__', 'constructor', 'toString'])('%j is none', (typed) => {
    expect(findDeck(typed)).toBeUndefined();
    expect(isDeckName(typed)).toBe(false);
  });

  it('should be known by its own name only where it is stored', () => {
    expect(isDeckName('tshirt')).toBe(true);
    expect(isDeckName('t-shirt')).toBe(false);
    expect(isDeckName(undefined)).toBe(false);
  });
});

test.each([
  ['0', 0],
  ['½', 0.5],
  ['21', 21],
  ['XL', undefined],
  ['?', undefined],
  ['☕', undefined],
  ['', undefined],
])('the card %j is worth %j', (card, worth) => {
  expect(cardNumber(card)).toBe(worth);
});
