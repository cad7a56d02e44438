import { describe, expect, it } from 'vitest';
import {
  cardNumber,
  DECKS,
  estimateCards,
  findDeck,
  isDeckName,
  isNumericDeck,
} from '../../src/game/deck/deck.ts';

describe('The decks', () => {
  it.each([
    ['fibonacci', '0 1 2 3 5 8 13 21 ? ☕', true],
    ['modified', '0 ½ 1 2 3 5 8 13 20 40 100 ? ☕', true],
    ['tshirt', 'XS S M L XL XXL ? ☕', false],
    ['powers', '1 2 4 8 16 32 64 ? ☕', true],
  ] as const)('%s: %s', (name, cards, numeric) => {
    expect(DECKS[name].cards).toEqual(cards.split(' '));
    expect(isNumericDeck(DECKS[name])).toBe(numeric);
  });

  it.each(Object.values(DECKS))('$name: every card but ? and ☕ can be an estimate', (deck) => {
    expect([...estimateCards(deck), '?', '☕']).toEqual(deck.cards);
  });
});

describe('A custom deck', () => {
  it.each([
    ['numbers, lowest first', '8 ½ ¼ 10 ¾ 1.5 ?', '¼ ½ ¾ 1.5 8 10', true],
    ['numbers alone, where there are any', 'XL 2 huge 1 ☕', '1 2', true],
    ['sizes in their own order', 'huge tiny ? middling', 'huge tiny middling', false],
    ['nothing but abstentions', '? ☕', '', false],
  ])('counts %s: %s', (_, cards, estimates, numeric) => {
    const deck = { name: 'custom', cards: cards.split(' ') } as const;
    expect(estimateCards(deck).join(' ')).toBe(estimates);
    expect(isNumericDeck(deck)).toBe(numeric);
    expect(deck.cards.join(' ')).toBe(cards);
  });
});

describe('The deck that somebody means', () => {
  it.each([
    ['fibonacci', 'fibonacci'],
    ['TShirt', 'tshirt'],
    ['T-SHIRT', 'tshirt'],
    ['fib', 'fibonacci'],
    ['modified-fibonacci', 'modified'],
    ['pow2', 'powers'],
  ] as const)('%s is %s', (typed, name) => {
    expect(findDeck(typed, [])).toBe(DECKS[name]);
  });

  it.each(['', 'tarot', 'fibonacci ', '__proto__', 'constructor', 'toString'])('%j is none', (typed) => {
    expect(findDeck(typed, [])).toBeUndefined();
    expect(isDeckName(typed)).toBe(false);
  });

  const named = [
    { title: 'Ops', cards: ['1', '2'] },
    { title: 'Größe', cards: ['klein', 'groß'] },
  ];

  it.each([
    ['ops', { name: 'custom', ...named[0] }],
    ['GRÖSSE', undefined],
    ['GRO\u0308ßE', { name: 'custom', ...named[1] }],
    ['fib', DECKS.fibonacci],
    ['custom', undefined],
  ])('%s is one that the channel has, or none', (typed, deck) => {
    expect(findDeck(typed, named)).toEqual(deck);
  });

  it('should be known by its own name only where it is stored', () => {
    expect(isDeckName('tshirt')).toBe(true);
    expect(isDeckName('t-shirt')).toBe(false);
    expect(isDeckName(undefined)).toBe(false);
  });
});

it.each([
  ['0', 0],
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['21', 21],
  ['0.5', 0.5],
  ['1.5', 1.5],
  ['.5', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['1½', undefined],
  ['∞', undefined],
  ['XL', undefined],
  ['?', undefined],
  ['☕', undefined],
  ['', undefined],
])('the card %j is worth %j', (card, worth) => {
  expect(cardNumber(card)).toBe(worth);
});
