import { describe, expect, it } from 'vitest';
import { NO_MESSAGE } from '../../src/game/message.ts';
import { belongs, countsInRound, tally } from '../../src/game/round/tally.ts';
import { ADA, aSession, aSlot, BO, CHANNEL, CY, clickedAt, MESSAGE, TEAM } from './a-session.ts';

const LATER = '1700000000.000900';

describe('A click belongs to the session', () => {
  const here = { teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE };

  const unposted = aSession({ message: NO_MESSAGE });
  const moved = aSession({ message: { ts: LATER, former: [MESSAGE], retiring: [] } });

  it.each([
    ['on its message', aSession(), here, true],
    ['by an external member of its channel', aSession(), { ...here, teamId: 'T0PARTNER' }, true],
    ['on a message that it has left', moved, here, true],
    ['on another message', aSession(), { ...here, messageTs: LATER }, false],
    ['in another channel', aSession(), { ...here, channelId: 'C0RANDOM' }, false],
    ['in another channel, on a former message', moved, { ...here, channelId: 'C0RANDOM' }, false],
    ['while its message is not known', unposted, here, false],
  ])('%s', (_, session, click, own) => {
    expect(belongs(session, click)).toBe(own);
  });
});

describe('A slot counts', () => {
  it.each([
    ['with a card', {}, true],
    ['with an abstention', { card: '☕' }, true],
    ['with a card of another deck', { card: 'XL' }, false],
    ['with an empty card', { card: '' }, false],
    ['with somebody out', { out: 'left' }, false],
    ['from another channel', { channelId: 'C0RANDOM' }, false],
    ['from another message', { messageTs: LATER }, false],
  ] as const)('%s', (_, changes, counts) => {
    expect(countsInRound(aSession(), aSlot(changes))).toBe(counts);
  });
});

describe('The tally', () => {
  it('should have the counting votes in an order that tells nothing', () => {
    const slots = [
      aSlot({ userId: CY, card: '3', at: clickedAt(1) }),
      aSlot({ userId: ADA, card: '8', at: clickedAt(3) }),
      aSlot({ userId: 'U0EVE', card: 'XL' }),
      aSlot({ userId: 'U0FOX', out: 'observer' }),
      aSlot({ userId: BO, card: '☕', at: clickedAt(2) }),
    ];
    const expected = [
      { userId: ADA, card: '8', at: clickedAt(3) },
      { userId: BO, card: '☕', at: clickedAt(2) },
      { userId: CY, card: '3', at: clickedAt(1) },
    ];
    expect(tally(aSession(), slots)).toEqual(expected);
    expect(tally(aSession(), slots.toReversed())).toEqual(expected);
  });
});
