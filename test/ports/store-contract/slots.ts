import { describe, expect, it } from 'vitest';
import type { Slot } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import { aSlot, BO, CY, clickedAt } from '../../game/a-session.ts';
import type { Tested } from './tested.ts';

export function slotContract(tested: Tested): void {
  const write = ({ sessionId }: Session, slot: Slot) => tested.store.writeSlot(sessionId, slot);
  const standing = ({ sessionId }: Session, of: Slot) => tested.store.slot(sessionId, of, of.userId);

  describe('A slot', () => {
    const first = aSlot({ at: clickedAt(5) });
    const latest = aSlot({ at: clickedAt(6), card: '13' });

    it('should be filled when it is empty', async () => {
      const session = await tested.create();
      expect(await standing(session, first)).toBeUndefined();
      expect(await write(session, first)).toEqual({ written: true });
      expect(await standing(session, first)).toEqual(first);
    });

    it.each([
      ['a newer card', latest],
      ['a newer card, on a message that has moved', { ...latest, messageTs: '1700000000.000900' }],
      ['somebody leaving', aSlot({ at: clickedAt(6), out: 'left' })],
    ])('should be replaced by %s, which learns what stood there', async (_, newer) => {
      const session = await tested.create();
      await write(session, first);
      expect(await write(session, newer)).toEqual({ written: true, before: first });
      expect(await standing(session, first)).toEqual(newer);
    });

    it.each([
      ['an older card', aSlot({ at: clickedAt(4), card: '1' })],
      ['the same click again', first],
      ['an older leaving', aSlot({ at: clickedAt(4), out: 'left' })],
      ['another team', { ...latest, teamId: 'T0OTHER' }],
      ['another channel', { ...latest, channelId: 'C0OTHER' }],
    ])('should stay as it is for %s', async (_, other) => {
      const session = await tested.create();
      await write(session, first);
      expect(await write(session, other)).toEqual({ written: false });
      expect(await standing(session, first)).toEqual(first);
    });

    it('should be kept from a click on another message, where that is asked for', async () => {
      const { store } = tested;
      const session = await tested.create();
      const elsewhere = { ...latest, messageTs: '1700000000.000900' };
      const only = { sameMessage: true };
      expect(await store.writeSlot(session.sessionId, first, only)).toEqual({ written: true });
      expect(await store.writeSlot(session.sessionId, elsewhere, only)).toEqual({ written: false });
      expect(await standing(session, first)).toEqual(first);
      expect(await store.writeSlot(session.sessionId, latest, only)).toEqual({
        written: true,
        before: first,
      });
    });

    it('should end as the newest click meant it, in whatever order a burst of clicks arrives', async () => {
      const session = await tested.create();
      const cards = ['1', '2', '3', '5', '8', '13', '21'];
      const clicks = cards.map((card, index) => aSlot({ card, at: clickedAt(10 + ((index * 3) % 7)) }));
      await Promise.all(clicks.map((click) => write(session, click)));
      const newest = clicks.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
      expect(await standing(session, first)).toEqual(newest);
    });
  });

  describe('A slot taken back', () => {
    it('should leave nothing behind', async () => {
      const session = await tested.create();
      const slot = aSlot();
      await write(session, slot);
      await tested.store.undoSlot(session.sessionId, slot, undefined);
      expect(await standing(session, slot)).toBeUndefined();
    });

    it('should leave the card that stood there before', async () => {
      const session = await tested.create();
      const [before, wrong] = [aSlot({ at: clickedAt(1) }), aSlot({ at: clickedAt(2), card: 'XL' })];
      await write(session, before);
      await write(session, wrong);
      await tested.store.undoSlot(session.sessionId, wrong, before);
      expect(await standing(session, before)).toEqual(before);
    });

    it.each([
      ['to nothing', undefined],
      ['to the card before', aSlot({ at: clickedAt(1) })],
    ])('%s: not if a newer click has come', async (_, before) => {
      const session = await tested.create();
      const [wrong, newer] = [
        aSlot({ at: clickedAt(2), card: 'XL' }),
        aSlot({ at: clickedAt(3), card: '8' }),
      ];
      await write(session, wrong);
      await write(session, newer);
      await tested.store.undoSlot(session.sessionId, wrong, before);
      expect(await standing(session, newer)).toEqual(newer);
    });
  });

  describe('The slots of a round', () => {
    it('should be those of this session, story and round alone', async () => {
      const { store } = tested;
      const [session, other] = [await tested.create(), await tested.create()];
      const own = [aSlot({ userId: BO }), aSlot({ userId: CY, out: 'left' })];
      const elsewhere = [
        aSlot({ round: 2 }),
        aSlot({ round: 10 }),
        aSlot({ story: 2 }),
        aSlot({ story: 10 }),
        aSlot({ story: 11, round: 11 }),
      ];
      for (const slot of [...own, ...elsewhere]) await write(session, slot);
      await write(other, aSlot({ userId: 'U0EVE' }));
      expect(await store.slots(session.sessionId, { story: 1, round: 1 })).toEqual(own);
      expect(await store.slots(session.sessionId, { story: 11, round: 11 })).toEqual([elsewhere[4]]);
      expect(await store.slots(session.sessionId, { story: 5, round: 1 })).toEqual([]);
    });

    it('should all be there when a hundred people vote at once', async () => {
      const session = await tested.create();
      const slots = Array.from({ length: 100 }, (_, n) => aSlot({ userId: `U${100 + n}`, at: clickedAt(n) }));
      const writes = await Promise.all(slots.map((slot) => write(session, slot)));
      expect(writes.every(({ written }) => written)).toBe(true);
      expect(await tested.store.slots(session.sessionId, session)).toEqual(slots);
    });
  });
}
