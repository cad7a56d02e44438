import { describe, expect, it } from 'vitest';
import { cardNumber, isGroupedNumber } from '../../src/game/deck/card-number.ts';
import {
  DECKS,
  estimateCards,
  findDeck,
  isDeckName,
  isNumericDeck,
  uncountedCards,
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
    ['GRÖSSE', { name: 'custom', ...named[1] }],
    ['GROSSE', undefined],
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
  ['1e3', undefined],
  ['∞', undefined],
  ['XL', undefined],
  ['?', undefined],
  ['☕', undefined],
  ['', undefined],
  ['1/2', 0.5],
  ['.5', 0.5],
  ['0,5', 0.5],
  ['1½', 1.5],
  ['1 ½', 1.5],
  ['1 1/2', 1.5],
  ['⅓', 1 / 3],
  ['4/3', 4 / 3],
  ['-1', -1],
  ['−½', -0.5],
  ['+3', 3],
  ['-0', 0],
  ['٣', 3],
  ['३', 3],
  ['3️⃣', 3],
  ['🔟', 10],
  ['∞', undefined],
  ['1/0', undefined],
  ['1e3', undefined],
  ['1/2/3', undefined],
  ['5d', undefined],
  ['--1', undefined],
  ['1,000', undefined],
])('the card %j is worth %j', (card, worth) => {
  expect(cardNumber(card)).toBe(worth);
});

it.each([
  ['1,000', true],
  ['1.000', true],
  ['12,000', true],
  ['1 000', true],
  ['0,125', false],
  ['1,5', false],
  ['1000', false],
])('%j is a number in groups of three digits: %j', (card, isGrouped) => {
  expect(isGroupedNumber(card)).toBe(isGrouped);
});

it.each([
  ['0 1 2 ? ☕', ''],
  ['1 2 ∞ ?', '∞'],
  ['1 XL ½ big', 'XL big'],
  ['S M L ?', ''],
])('of %j %j is never counted', (cards, uncounted) => {
  expect(uncountedCards({ name: 'custom', cards: cards.split(' ') }).join(' ')).toBe(uncounted);
});
