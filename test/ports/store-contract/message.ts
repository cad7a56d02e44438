import { describe, expect, it } from 'vitest';
import { NO_MESSAGE } from '../../../src/game/message.ts';
import type { Session } from '../../../src/game/session.ts';
import { SECOND } from '../../../src/time.ts';
import { aSession, MESSAGE } from '../../game/a-session.ts';
import type { Tested } from './tested.ts';

const FIRST = '1700000000.000001';
const SECOND_MESSAGE = '1700000000.000002';
const THIRD = '1700000000.000003';

export function messageContract(tested: Tested): void {
  const unposted = async () => ({ ...(await tested.create()), message: NO_MESSAGE });

  describe('The response_url of the newest click', () => {
    const of = (url: string, clickedAt: string) => ({
      url: `https://hooks.example/${url}`,
      ...{ at: 3, uses: 0, messageTs: FIRST, clickedAt },
    });
    const answerOf = async (session: Session) => (await tested.read(session)).message.answer;

    it('should be kept, and lose to that of a newer click', async () => {
      const { store } = tested;
      const session = await tested.create();
      const { sessionId } = session;
      expect(await store.keepAnswer(sessionId, of('2', '2.000000'))).toBe(true);
      expect(await store.keepAnswer(sessionId, of('1', '1.000000'))).toBe(false);
      expect(await answerOf(session)).toEqual(of('2', '2.000000'));
      expect(await store.keepAnswer(sessionId, of('3', '3.000000'))).toBe(true);
      expect(await answerOf(session)).toEqual(of('3', '3.000000'));
    });

    it('should be forgotten when the end is shown', async () => {
      const { store } = tested;
      const session = await tested.create({ status: 'ended' });
      await store.keepAnswer(session.sessionId, of('1', '1.000000'));
      await store.endPaint(session, session.published.paint.number, { hash: 'x', phase: 'ended' });
      expect(await answerOf(session)).toBeUndefined();
    });
  });

  describe('An unattended message', () => {
    it('should have no clocks, and become an ordinary one once the app posts it itself', async () => {
      const { store } = tested;
      const clocks = { timeLimit: 60_000, deadlineAt: 1_700_000_000_000 };
      const options = { ...aSession().options, autoReveal: true };
      const session = await tested.create({ ...clocks, options });
      const unattended = await store.leaveUnattended(session);
      expect(unattended).toMatchObject({ message: { unattended: true }, options: { autoReveal: false } });
      expect(unattended).not.toHaveProperty('deadlineAt');
      expect(unattended).not.toHaveProperty('timeLimit');
      const read = await tested.read(session);
      expect({ ...read, expirationTime: 0 }).toEqual({ ...unattended, expirationTime: 0 });
      await store.keepAnswer(session.sessionId, { url: 'https://hooks.example/1', at: 3, uses: 1 });
      await store.bindMessage(unattended, FIRST, { attended: true });
      const { message } = await tested.read(session);
      expect(message).not.toHaveProperty('unattended');
      expect(message).not.toHaveProperty('answer');
    });
  });

  describe('A message', () => {
    it('should be bound once to a session that has none', async () => {
      const { store } = tested;
      const session = await tested.create();
      expect(await store.bindMessage({ ...session, message: NO_MESSAGE }, FIRST)).toBe(false);
      expect(await tested.read(session)).toEqual(session);
    });

    it('should be remembered with what it shows, for the publisher to compare', async () => {
      const { store } = tested;
      const session = await tested.create();
      expect(await store.bindMessage(session, FIRST, { hash: 'abc', phase: 'voting 1#1' })).toBe(true);
      expect((await tested.read(session)).published.paint).toMatchObject({
        hash: 'abc',
        phase: 'voting 1#1',
      });
      expect(await store.bindMessage(await tested.read(session), SECOND_MESSAGE)).toBe(true);
      expect((await tested.read(session)).published.paint.hash).toBeUndefined();
    });

    it('should not be the one that an earlier paint remembers', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.beginPaint(session, { at: 1, streak: 1 });
      await store.bindMessage(session, FIRST);
      expect(await store.endPaint(session, 1, { hash: 'of the former one' })).toBe(false);
    });

    it('should leave its predecessors to be retired, one by one', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.bindMessage(session, SECOND_MESSAGE);
      expect(await store.bindMessage(session, THIRD)).toBe(false);
      await store.bindMessage(await tested.read(session), THIRD);
      const moved = (await tested.read(session)).message;
      expect(moved.ts).toBe(THIRD);
      expect(new Set(moved.former)).toEqual(new Set([MESSAGE, SECOND_MESSAGE]));
      expect(new Set(moved.retiring)).toEqual(new Set([MESSAGE, SECOND_MESSAGE]));
      await store.markRetired(session.sessionId, MESSAGE);
      const { former, retiring } = (await tested.read(session)).message;
      expect(retiring).toEqual([SECOND_MESSAGE]);
      expect(former).toHaveLength(2);
    });

    it('should be bound by exactly one of two at the same time', async () => {
      const session = await tested.create();
      const bound = await Promise.all([FIRST, THIRD].map((ts) => tested.store.bindMessage(session, ts)));
      expect(bound.filter(Boolean)).toHaveLength(1);
      expect((await tested.read(session)).message.ts).toBe(bound[0] ? FIRST : THIRD);
    });
  });

  describe('A move', () => {
    it('should begin one at a time', async () => {
      const session = await tested.create();
      const begun = await Promise.all([1, 2, 3].map(() => tested.store.beginMove(session)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect((await tested.read(session)).message.movingSince).toBe(tested.clock.now());
    });

    it('should not begin before there is a message, nor on one that has been replaced', async () => {
      const { store } = tested;
      expect(await store.beginMove(await unposted())).toBe(false);
      const session = await tested.create();
      await store.bindMessage(session, FIRST);
      expect(await store.beginMove(session)).toBe(false);
    });

    it('should be over with the new message, or once it is abandoned', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.beginMove(session);
      await store.abandonMove(session.sessionId);
      expect(await store.beginMove(session)).toBe(true);
      await store.bindMessage(session, FIRST);
      expect((await tested.read(session)).message.movingSince).toBeUndefined();
    });

    it('should count as failed after half a minute', async () => {
      const { store, clock } = tested;
      const session = await tested.create();
      await store.beginMove(session);
      clock.advance(30 * SECOND);
      expect(await store.beginMove(session)).toBe(false);
      clock.advance(1);
      expect(await store.beginMove(session)).toBe(true);
    });
  });
}
