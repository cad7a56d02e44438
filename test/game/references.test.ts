import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECK_NAMES, DECKS, type Deck, estimateCards } from '../../src/game/deck/deck.ts';
import type { FinishedStory } from '../../src/game/round/history.ts';
import { referencesFrom } from '../../src/game/round/references.ts';

/** A story of the channel's history, `5 Add SSO` for short. */
function story(text: string): FinishedStory {
  const [, estimate, title = ''] = /^(\S+) (.+)$/.exec(text) ?? [];
  const known = estimate === undefined || estimate === '-' ? {} : { estimate };
  return {
    sessionId: 'S',
    story: 1,
    version: 1,
    dropped: false,
    title,
    deck: DECKS.fibonacci,
    ...known,
    rounds: 1,
    cards: [],
    finishedAt: 0,
  };
}

const lines = (recent: string[], deck: Deck = DECKS.fibonacci) =>
  referencesFrom(recent.map(story), deck).map(({ title, card }) => `${card} ${title}`);

describe('Stories to compare with', () => {
  it.each([
    ['none, of a new channel', [], []],
    ['the only one there is', ['13 Import'], ['13 Import']],
    [
      'those nearest to the middle of the deck, lowest first',
      ['21 A', '8 B', '0 C', '3 D', '5 E', '13 F', '1 G'],
      // The middle lies between 3 and 5: both are as near, then 2 and 8 are; the lower one wins.
      ['3 D', '5 E', '8 B'],
    ],
    ['of the same estimate the latest', ['5 new', '5 old', '3 new', '3 old'], ['3 new', '5 new']],
    ['no story that was never agreed on', ['- A', '5 B'], ['5 B']],
    ['nothing that is no estimate of this deck', ['XL A', '4 B', '? C', '☕ D', '8 E'], ['8 E']],
  ])('%s', (_, recent, expected) => {
    expect(lines(recent)).toEqual(expected);
  });

  it('should go by the order of a deck without numbers', () => {
    expect(lines(['XXL A', 'M B', 'XS C', 'L D', 'S E'], DECKS.tshirt)).toEqual(['S E', 'M B', 'L D']);
  });

  it('should go by what the numbers of a custom deck are worth, however it was typed', () => {
    const deck: Deck = { name: 'custom', cards: ['10', '1', '½', '3', '?'] };
    expect(lines(['10 A', '½ B', '3 C', '1 D'], deck)).toEqual(['½ B', '1 D', '3 C']);
  });
});

describe('References', () => {
  it('should be at most three of the history, of different estimates of the deck, in its order', () => {
    const deck = fc.constantFrom(...DECK_NAMES.map((name) => DECKS[name]));
    const anyCard = fc.constantFrom(...DECK_NAMES.flatMap((name) => DECKS[name].cards), '-', '4');
    const history = fc.array(fc.tuple(anyCard, fc.nat(99)).map(([card, n]) => story(`${card} Story ${n}`)));
    fc.assert(
      fc.property(history, deck, (recent, deck) => {
        const references = referencesFrom(recent, deck);
        const scale = estimateCards(deck);
        const ranks = references.map(({ card }) => scale.indexOf(card));
        expect(ranks.every((rank) => rank >= 0)).toBe(true);
        expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
        const usable = new Set(
          recent.flatMap(({ estimate = '' }) => (scale.includes(estimate) ? estimate : [])),
        );
        expect(references).toHaveLength(Math.min(3, usable.size));
        for (const { title, card } of references) {
          expect(recent.find(({ estimate }) => estimate === card)?.title).toBe(title);
        }
        // None that was left out is nearer to the middle.
        const middle = (scale.length - 1) / 2;
        const distance = (card: string) => Math.abs(scale.indexOf(card) - middle);
        const farthest = Math.max(...references.map(({ card }) => distance(card)));
        for (const left of usable) {
          if (!references.some(({ card }) => card === left))
            expect(distance(left)).toBeGreaterThanOrEqual(farthest);
        }
      }),
    );
  });
});
