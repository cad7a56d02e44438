import { describe, expect, it } from 'vitest';
import type { Tested } from './tested.ts';

export function paintContract(tested: Tested): void {
  describe('A paint', () => {
    it('should leave the shown hash unknown until it has ended', async () => {
      const { store } = tested;
      const session = await tested.create();
      expect(await store.beginPaint(session, { at: 1000, streak: 3 })).toBe(true);
      const begun = { number: 1, painting: true, at: 1000, streak: 3 };
      expect((await tested.read(session)).published.paint).toEqual(begun);
      const shown = { hash: 'abc', phase: 'voting 1#1' };
      expect(await store.endPaint(session, 1, shown)).toBe(true);
      expect((await tested.read(session)).published.paint).toEqual({ ...begun, painting: false, ...shown });
      await store.beginPaint(await tested.read(session), { at: 2000, streak: 4 });
      const { paint } = (await tested.read(session)).published;
      expect(paint).toEqual({ number: 2, painting: true, at: 2000, streak: 4, phase: 'voting 1#1' });
    });

    it('should take each number once', async () => {
      const { store } = tested;
      const session = await tested.create();
      const begun = await Promise.all(
        [1, 2, 3].map((streak) => store.beginPaint(session, { at: 1, streak })),
      );
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect((await tested.read(session)).published.paint.number).toBe(1);
    });

    it('should not end once another has begun', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.beginPaint(session, { at: 1, streak: 1 });
      await store.beginPaint(await tested.read(session), { at: 2, streak: 2 });
      expect(await store.endPaint(session, 1, { hash: 'older' })).toBe(false);
      expect((await tested.read(session)).published.paint).toMatchObject({ number: 2, painting: true });
      expect(await store.endPaint(session, 2, { hash: 'newer' })).toBe(true);
    });

    it('should remember that it must be repeated, until it was', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.beginPaint(session, { at: 1, streak: 1 });
      await store.endPaint(session, 1, { hash: 'abc', againAt: 16_000 });
      expect((await tested.read(session)).published.paint.againAt).toBe(16_000);
      await store.beginPaint(await tested.read(session), { at: 16_000, streak: 1 });
      await store.endPaint(session, 2, { hash: 'abc' });
      expect((await tested.read(session)).published.paint.againAt).toBeUndefined();
    });
  });

  describe('Trouble with a paint', () => {
    const trouble = { tries: 3, nextAt: 16_000, refused: 'abc' };

    it('should be remembered as a whole, until a paint has shown something', async () => {
      const { store } = tested;
      const session = await tested.create();
      const { sessionId } = session;
      expect(session.published.trouble).toBeUndefined();
      await store.beginPaint(session, { at: 1, streak: 1, trouble: { tries: 1, retireTries: 2 } });
      expect((await tested.read(session)).published.trouble).toEqual({ tries: 1, retireTries: 2 });
      expect(await store.markTrouble(sessionId, 1, trouble)).toBe(true);
      const marked = (await tested.read(session)).published;
      expect(marked).toMatchObject({ trouble, paint: { painting: true } });
      expect(marked.trouble).toEqual(trouble);
      await store.beginPaint(await tested.read(session), { at: 2, streak: 1 });
      expect((await tested.read(session)).published.trouble).toEqual(trouble);
      await store.endPaint(session, 2, { hash: 'abc', trouble: { tries: 0, refused: 'abc' } });
      expect((await tested.read(session)).published.trouble).toEqual({ tries: 0, refused: 'abc' });
      await store.endPaint(session, 2, { hash: 'def' });
      expect((await tested.read(session)).published.trouble).toBeUndefined();
    });

    it('should not be marked once another paint has begun', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.beginPaint(session, { at: 1, streak: 1 });
      expect(await store.markTrouble(session.sessionId, 0, trouble)).toBe(false);
      expect((await tested.read(session)).published.trouble).toBeUndefined();
    });
  });

  describe('A session that Slack takes no updates for', () => {
    it('should be detached by the first who finds out', async () => {
      const { store } = tested;
      const session = await tested.create();
      const { sessionId } = session;
      const found = await Promise.all(
        ['is_archived', 'not_in_channel'].map((e) => store.detach(sessionId, e)),
      );
      expect(found.filter(Boolean)).toHaveLength(1);
      expect((await tested.read(session)).message.detached).toBe(found[0] ? 'is_archived' : 'not_in_channel');
    });

    it('should be painted afresh once it is attached again', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.beginPaint(session, { at: 1, streak: 1 });
      await store.endPaint(session, 1, { hash: 'abc' });
      await store.detach(session.sessionId, 'not_in_channel');
      await store.attach(session.sessionId);
      const { message, published } = await tested.read(session);
      expect(message.detached).toBeUndefined();
      expect(published.paint.hash).toBeUndefined();
      expect(await store.detach(session.sessionId, 'message_not_found')).toBe(true);
    });

    it('should remember of what its creator was told, until it can be painted again', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.detach(session.sessionId, 'not_in_channel');
      await store.attach(session.sessionId);
      const attached = await tested.read(session);
      expect(attached.message.farewell).toBe('not_in_channel');
      await store.beginPaint(attached, { at: 1, streak: 1 });
      await store.endPaint(session, 1, {});
      expect((await tested.read(session)).message.farewell).toBe('not_in_channel');
      await store.endPaint(session, 1, { hash: 'abc' });
      expect((await tested.read(session)).message.farewell).toBeUndefined();
    });
  });
}
