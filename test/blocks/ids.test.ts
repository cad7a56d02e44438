import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_ACTION, cardAction, cardValue, parseValue, refValue } from '../../blocks/ids.ts';
import { DECKS } from '../../src/game/deck/deck.ts';
import type { SessionRound } from '../../src/game/round/round.ts';

const ref: SessionRound = { sessionId: '01JD0000000000000000000000', story: 30, round: 12 };

describe('A button’s value', () => {
  it('should carry session, story and round', () => {
    expect(parseValue(refValue(ref))).toEqual(ref);
  });

  it.each(Object.values(DECKS).flatMap(({ cards }) => cards))('carries the card %s', (card) => {
    expect(parseValue(cardValue(ref, card))).toEqual({ ...ref, detail: card });
  });

  it('should carry the longest card', () => {
    // 40 to a computer, of which people see five.
    const card = '👩‍👩‍👧'.repeat(5);
    expect(parseValue(cardValue(ref, card))).toEqual({ ...ref, detail: card });
  });

  it.each([
    '',
    'agree',
    '01JD.1.1',
    `${ref.sessionId}.1`,
    `${ref.sessionId}.1.`,
    `${ref.sessionId}.-1.1`,
    `${ref.sessionId}.1.1.`,
    `${ref.sessionId}.1e1.1`,
    `${ref.sessionId}.1234.1`,
    `${ref.sessionId.toLowerCase()}.1.1`,
    ` ${ref.sessionId}.1.1`,
    `${ref.sessionId}.1.1.${'x'.repeat(41)}`,
    undefined,
    null,
    1,
    {},
    [refValue(ref)],
  ])('%j is not ours', (value) => {
    expect(parseValue(value)).toBeUndefined();
  });

  it('should never be read as something it is not', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parseValue(value);
        if (parsed === undefined) return;
        const { detail, ...own } = parsed;
        expect(detail === undefined ? refValue(own) : cardValue(own, detail)).toBe(value);
      }),
    );
  });
});

describe('An action', () => {
  it('should be one of its own for every card', () => {
    const actions = Array.from({ length: 13 }, (_, index) => cardAction(index));
    expect(new Set(actions).size).toBe(13);
    for (const action of actions) expect(action).toMatch(CARD_ACTION);
  });
});
