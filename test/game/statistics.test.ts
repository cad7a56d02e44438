import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECK_NAMES, DECKS, type DeckName, estimateCards } from '../../src/game/deck/deck.ts';
import { statistics } from '../../src/game/round/statistics.ts';
import type { CountedVote } from '../../src/game/round/vote.ts';
import { clickedAt } from './a-session.ts';

const votesOf = (cards: readonly string[]): CountedVote[] =>
  cards.map((card, index) => ({ userId: `U${index}`, card, at: clickedAt(index) }));

const of = (deck: DeckName, cards: readonly string[]) => statistics(DECKS[deck], votesOf(cards));

describe('The median', () => {
  it.each([
    ['fibonacci', '5', '5'],
    ['fibonacci', '3 5 13', '5'],
    ['fibonacci', '13 3 5', '5'],
    ['fibonacci', '21 0 0', '0'],
    ['modified', '½ 1 20', '1'],
    ['tshirt', 'XS M XXL', 'M'],
  ] as const)('%s: of %s it is %s, the card in the middle', (deck, cards, median) => {
    expect(of(deck, cards.split(' '))?.median).toBe(median);
  });

  it.each([
    ['fibonacci', '5 5', '5'],
    ['fibonacci', '5 8', '8'],
    ['fibonacci', '1 2', '2'],
    ['fibonacci', '3 13', '8'],
    ['fibonacci', '0 1', '1'],
    ['fibonacci', '0 21', '13'],
    ['fibonacci', '0 0 21 21', '13'],
    ['fibonacci', '1 3 5 21', '5'],
    ['modified', '0 1', '½'],
    ['modified', '0 ½', '½'],
    ['modified', '20 40', '40'],
    ['modified', '½ 100', '100'],
    ['powers', '1 64', '64'],
    ['powers', '2 8', '8'],
    ['tshirt', 'S M', 'M'],
    ['tshirt', 'XS L', 'M'],
    ['tshirt', 'XS XXL', 'L'],
  ] as const)('%s: of %s it is %s, rounded up to a card', (deck, cards, median) => {
    expect(of(deck, cards.split(' '))?.median).toBe(median);
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
    ['only numbers count', '1 2 XL ?', 'XL 1 2 XL ?', { counted: 2, median: '2', average: 1.5 }],
    ['typed in any order', '8 1 3', '8 1', { median: '8', lowest: '1', highest: '8', average: 4.5 }],
    ['fractions are worth what they say', '½ ¼ 1', '½ ¼', { median: '½', lowest: '¼', average: 0.375 }],
    ['decimals', '0.2 0.15 0.1', '0.1 0.2', { median: '0.15' }],
    ['sizes go by place', 'tiny mid huge', 'tiny huge', { median: 'mid', lowest: 'tiny', highest: 'huge' }],
  ])('%s: %s', (_, cards, played, expected) => {
    const deck = { name: 'custom', cards: cards.split(' ') } as const;
    expect(statistics(deck, votesOf(played.split(' ')))).toMatchObject(expected);
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
      median: 'L',
      lowest: 'S',
      highest: 'XL',
      agreeing: 1,
      consensus: false,
    });
    expect(of('modified', ['½', '1'])?.average).toBe(0.75);
  });

  it('should go by the order of the deck, not of the alphabet', () => {
    expect(of('tshirt', ['XS', 'XXL', 'L'])).toMatchObject({ lowest: 'XS', highest: 'XXL', median: 'L' });
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

  it('should have a median that is a card of the deck, from lowest to highest', () => {
    fc.assert(
      fc.property(played, ([deck, cards]) => {
        const inNumbers = of(deck, cards);
        if (!inNumbers) return;
        const rank = (card: string) => estimateCards(DECKS[deck]).indexOf(card);
        expect(rank(inNumbers.median)).toBeGreaterThanOrEqual(rank(inNumbers.lowest));
        expect(rank(inNumbers.median)).toBeLessThanOrEqual(rank(inNumbers.highest));
        expect(inNumbers.consensus).toBe(inNumbers.counted > 1 && inNumbers.agreeing === inNumbers.counted);
      }),
    );
  });
});
