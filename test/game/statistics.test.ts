import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardNumber } from '../../src/game/deck/card-number.ts';
import { DECK_NAMES, DECKS, type DeckName, estimateCards } from '../../src/game/deck/deck.ts';
import { statistics } from '../../src/game/round/statistics.ts';
import type { CountedVote } from '../../src/game/round/vote.ts';
import { clickedAt } from './a-session.ts';

const votesOf = (cards: readonly string[]): CountedVote[] =>
  cards.map((card, index) => ({ userId: `U${index}`, card, at: clickedAt(index) }));

const of = (deck: DeckName, cards: readonly string[]) => statistics(DECKS[deck], votesOf(cards));

describe('The median', () => {
  it.each([
    ['fibonacci', '5', 5],
    ['fibonacci', '3 5 13', 5],
    ['fibonacci', '13 3 5', 5],
    ['fibonacci', '21 0 0', 0],
    ['modified', '½ 1 20', 1],
    ['tshirt', 'XS M XXL', 'M'],
  ] as const)('%s: of %s it is %s, in the middle', (deck, cards, median) => {
    expect(of(deck, cards.split(' '))?.median).toBe(median);
  });

  it.each([
    ['fibonacci', '5 5', 5, '5'],
    ['fibonacci', '5 8', 6.5, '8'],
    ['fibonacci', '1 2', 1.5, '2'],
    ['fibonacci', '3 13', 8, '8'],
    ['fibonacci', '0 1', 0.5, '1'],
    ['fibonacci', '0 21', 10.5, '13'],
    ['fibonacci', '0 0 21 21', 10.5, '13'],
    ['fibonacci', '1 3 5 21', 4, '5'],
    ['modified', '0 1', 0.5, '½'],
    ['modified', '0 ½', 0.25, '½'],
    ['modified', '20 40', 30, '40'],
    ['modified', '½ 100', 50.25, '40'],
    ['powers', '1 64', 32.5, '32'],
    ['powers', '2 8', 5, '4'],
    ['tshirt', 'S M', ['S', 'M'], 'M'],
    ['tshirt', 'M L', ['M', 'L'], 'L'],
    ['tshirt', 'XS L', ['XS', 'L'], 'M'],
    ['tshirt', 'XS XXL', ['XS', 'XXL'], 'L'],
    ['tshirt', 'S S', 'S', 'S'],
  ] as const)('%s: of %s it is %j, and %s is suggested', (deck, cards, median, suggested) => {
    expect(of(deck, cards.split(' '))).toMatchObject({ median, suggested });
  });
});

it.each([
  ['one vote', '8', { counted: 1, lowest: '8', highest: '8', agreeing: 1, consensus: false, average: 8 }],
  ['consensus', '8 8', { counted: 2, lowest: '8', highest: '8', agreeing: 2, consensus: true, average: 8 }],
  [
    'a split',
    '3 5 5 13',
    { counted: 4, lowest: '3', highest: '13', agreeing: 2, consensus: false, average: 6.5 },
  ],
  [
    'no two alike',
    '1 2 3',
    { counted: 3, lowest: '1', highest: '3', agreeing: 1, consensus: false, average: 2 },
  ],
  [
    'abstentions',
    '5 ? 5 ☕',
    { counted: 2, lowest: '5', highest: '5', agreeing: 2, consensus: true, average: 5 },
  ],
  ['one among abstentions', '? 2 ☕', { counted: 1, agreeing: 1, consensus: false, average: 2 }],
])('%s: %s', (_, cards, expected) => {
  expect(of('fibonacci', cards.split(' '))).toMatchObject(expected);
});

describe('With a custom deck', () => {
  it.each([
    [
      'only numbers count',
      '1 2 XL ?',
      'XL 1 2 XL ?',
      { counted: 2, cast: 4, median: 1.5, suggested: '2', average: 1.5 },
    ],
    [
      'typed in any order',
      '8 1 3',
      '8 1',
      { median: 4.5, suggested: '3', lowest: '1', highest: '8', average: 4.5 },
    ],
    [
      'fractions are worth what they say',
      '½ ¼ 1',
      '½ ¼',
      { median: 0.375, suggested: '½', lowest: '¼', average: 0.375 },
    ],
    ['decimals', '0.2 0.15 0.1', '0.1 0.2', { median: 0.15, suggested: '0.15' }],
    [
      'sizes go by place',
      'tiny mid huge',
      'tiny huge',
      { median: ['tiny', 'huge'], suggested: 'mid', lowest: 'tiny', highest: 'huge' },
    ],
    [
      'a number however it is spelled',
      '0 1/2 1 2 3',
      '1/2 1/2 1/2 3',
      { counted: 4, median: 0.5, suggested: '1/2' },
    ],
    ['as near as floating point', '1 2 5 10 20', '1 20', { median: 10.5, suggested: '10' }],
    ['below zero', '-2 -1 0 1', '-2 -1', { median: -1.5, suggested: '-1', lowest: '-2', highest: '-1' }],
    ['a fraction thrice', '⅓ ⅔ 1', '⅓ ⅓ ⅓', { suggested: '⅓', consensus: true }],
    ['what can’t be counted is no agreement', '1 2 ∞', '2 2 ∞', { counted: 2, cast: 3, consensus: false }],
  ])('%s: %s', (_, cards, played, expected) => {
    const deck = { name: 'custom', cards: cards.split(' ') } as const;
    expect(statistics(deck, votesOf(played.split(' ')))).toMatchObject(expected);
  });

  it('should have no median where one vote alone counts, and say how many were cast', () => {
    const numbers = statistics({ name: 'custom', cards: ['1', '2', '∞'] }, votesOf(['∞', '∞', '1', '∞']));
    expect(numbers).toMatchObject({ counted: 1, cast: 4, lowest: '1' });
    expect(numbers).not.toHaveProperty('median');
    expect(numbers).not.toHaveProperty('suggested');
  });

  it('should be absent where only sizes were played among numbers', () => {
    expect(statistics({ name: 'custom', cards: ['1', 'XL'] }, votesOf(['XL', 'XL']))).toBeUndefined();
  });
});

describe('Statistics', () => {
  it.each([
    ['no votes', []],
    ['only abstentions', ['?', '☕', '?']],
    ['only cards of another deck', ['XL', '4']],
  ])('should be absent with %s', (_, cards) => {
    expect(of('fibonacci', cards)).toBeUndefined();
  });

  it('should have an average only where cards are numbers', () => {
    expect(of('tshirt', ['S', 'XL'])).toEqual({
      counted: 2,
      cast: 2,
      median: ['S', 'XL'],
      suggested: 'L',
      lowest: 'S',
      highest: 'XL',
      agreeing: 1,
      consensus: false,
    });
    expect(of('modified', ['½', '1'])?.average).toBe(0.75);
  });

  it('should go by the order of the deck, not of the alphabet', () => {
    expect(of('tshirt', ['XS', 'XXL', 'L'])).toMatchObject({
      lowest: 'XS',
      highest: 'XXL',
      median: 'L',
      suggested: 'L',
    });
    expect(of('fibonacci', ['13', '2', '8'])).toMatchObject({ lowest: '2', highest: '13' });
  });

  const played = fc
    .constantFrom(...DECK_NAMES)
    .chain((deck) =>
      fc.tuple(fc.constant(deck), fc.array(fc.constantFrom(...DECKS[deck].cards), { maxLength: 40 })),
    );

  it('should depend neither on the order of votes nor on abstentions', () => {
    fc.assert(
      fc.property(played, ([deck, cards]) => {
        const scale = estimateCards(DECKS[deck]);
        const counted = cards.filter((card) => scale.includes(card));
        expect(of(deck, cards.toReversed())).toEqual(of(deck, counted));
      }),
    );
  });

  it('should suggest a card of the deck, from lowest to highest', () => {
    fc.assert(
      fc.property(played, ([deck, cards]) => {
        const inNumbers = of(deck, cards);
        if (!inNumbers) return;
        const rank = (card = '') => estimateCards(DECKS[deck]).indexOf(card);
        expect(rank(inNumbers.suggested)).toBeGreaterThanOrEqual(rank(inNumbers.lowest));
        expect(rank(inNumbers.suggested)).toBeLessThanOrEqual(rank(inNumbers.highest));
        expect(inNumbers.consensus).toBe(inNumbers.counted > 1 && inNumbers.agreeing === inNumbers.counted);
      }),
    );
  });

  it('should suggest no card that is farther from the median than another', () => {
    const numeric = DECK_NAMES.filter((name) => name !== 'tshirt');
    const cardsOf = fc
      .constantFrom(...numeric)
      .chain((deck) =>
        fc.tuple(
          fc.constant(deck),
          fc.array(fc.constantFrom(...estimateCards(DECKS[deck])), { minLength: 1, maxLength: 40 }),
        ),
      );
    fc.assert(
      fc.property(cardsOf, ([deck, cards]) => {
        const { median, suggested = '' } = of(deck, cards) ?? {};
        const distance = (card: string) => Math.abs((cardNumber(card) ?? 0) - Number(median));
        const least = Math.min(...estimateCards(DECKS[deck]).map(distance));
        expect(distance(suggested)).toBeCloseTo(least, 9);
      }),
    );
  });
});
