import { describe, expect, it } from 'vitest';
import { BO, clickedAt } from '../../game/a-session.ts';
import type { Tested } from './tested.ts';

/** What the publisher writes as time passes. */
export function clockContract(tested: Tested): void {
  describe('A countdown', () => {
    it('should begin once in a round', async () => {
      const session = await tested.create();
      expect(await tested.store.beginCountdown(session, 5000)).toBe(true);
      expect(await tested.store.beginCountdown(session, 9000)).toBe(false);
      expect(await tested.read(session)).toMatchObject({ revealAt: 5000, version: session.version });
    });

    it('should not begin in a round that is over, or revealed', async () => {
      const session = await tested.create();
      expect(await tested.store.beginCountdown({ ...session, round: 2 }, 5000)).toBe(false);
      await tested.store.commit(session, { status: 'revealed' }, 'U0ADA reveal');
      expect(await tested.store.beginCountdown(session, 5000)).toBe(false);
    });

    it('should not begin once somebody has joined since the session was read', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.changeRoster(session.sessionId);
      expect(await store.beginCountdown(session, 5000)).toBe(false);
      const joined = await tested.read(session);
      await store.changeRoster(session.sessionId);
      expect(await store.beginCountdown(joined, 5000)).toBe(false);
      expect(await store.beginCountdown(await tested.read(session), 5000)).toBe(true);
    });

    it('should end with a commit that says so', async () => {
      const session = await tested.create();
      await tested.store.beginCountdown(session, 5000);
      expect(await tested.store.commit(session, { revealAt: null, deadlineAt: null }, 'a')).toBe(true);
      expect(await tested.read(session)).not.toHaveProperty('revealAt');
    });

    it('should be stopped only as it was read', async () => {
      const session = await tested.create({ revealAt: 5000, deadlineAt: 7000 });
      expect(await tested.store.stopClock({ ...session, revealAt: 4000 }, 'revealAt')).toBe(false);
      expect(await tested.store.stopClock(session, 'revealAt')).toBe(true);
      expect(await tested.store.stopClock(session, 'deadlineAt')).toBe(true);
      expect(await tested.store.stopClock(session, 'deadlineAt')).toBe(false);
      const now = await tested.read(session);
      expect(now).not.toHaveProperty('revealAt');
      expect(now).not.toHaveProperty('deadlineAt');
    });
  });

  describe('A session', () => {
    it('should remember what has been done for it', async () => {
      const { store } = tested;
      const session = await tested.create();
      const { sessionId } = session;
      const answer = { url: 'https://hooks.example/1', at: 3, uses: 1 };
      await store.markScheduled(sessionId, 7000);
      await store.markAnnounced(sessionId, 'voted 1#1');
      await store.markArchived(sessionId, 4);
      await store.markListed(sessionId, 'running');
      await store.markLook(sessionId, 8000);
      await store.markWarned(sessionId, 9000);
      await store.keepAnswer(sessionId, answer);
      expect(await tested.read(session)).toEqual({
        ...session,
        message: { ...session.message, answer },
        published: {
          ...session.published,
          scheduledFor: 7000,
          announced: 'voted 1#1',
          archived: 4,
          listed: 'running',
          looksAt: 8000,
          warned: 9000,
        },
      });
    });

    it('should live to see its deadline, through every paint', async () => {
      const { store, clock } = tested;
      const days = 24 * 3600 * 1000;
      const deadlineAt = clock.now() + 3 * days;
      const session = await tested.create({ deadlineAt });
      await store.beginPaint(session, { at: 1, streak: 1 });
      await store.endPaint(session, session.published.paint.number + 1, { hash: 'h' });
      expect((await tested.read(session)).expiresAt).toBeGreaterThan(deadlineAt);
    });

    it('should live to see its deadline, whatever its creator does meanwhile', async () => {
      const { store, clock } = tested;
      const deadlineAt = clock.now() + 3 * 24 * 3600 * 1000;
      const session = await tested.create({ deadlineAt });
      await store.commit(session, { nudgedAt: 1 }, 'U0ADA nudge');
      expect((await tested.read(session)).expiresAt).toBeGreaterThan(deadlineAt);
      await store.commit(await tested.read(session), { deadlineAt: null }, 'U0ADA next');
      expect((await tested.read(session)).expiresAt).toBeLessThan(deadlineAt);
    });

    it('should note the use that a paint takes of a response_url', async () => {
      const session = await tested.create();
      const answer = { url: 'https://hooks.example/1', at: 3, uses: 2 };
      await tested.store.beginPaint(session, { at: 1, streak: 1, answer });
      expect(await tested.read(session)).toMatchObject({ message: { answer } });
    });
  });

  describe('A reason', () => {
    const reason = { story: 1, round: 1, userId: BO, card: '5', text: 'Tricky *tests*', at: clickedAt(2) };

    it('should be read with those of its round, and give way only to a newer one', async () => {
      const { store } = tested;
      const session = await tested.create();
      expect(await store.writeReason(session, reason)).toBe(true);
      expect(await store.writeReason(session, { ...reason, text: 'older', at: clickedAt(1) })).toBe(false);
      expect(await store.reasons(session.sessionId, reason)).toEqual([reason]);
      expect(await store.reasons(session.sessionId, { story: 1, round: 2 })).toEqual([]);
      const newer = { ...reason, text: 'newer', at: clickedAt(3) };
      expect(await store.writeReason(session, newer)).toBe(true);
      expect(await store.reasons(session.sessionId, reason)).toEqual([newer]);
    });

    it('should be frozen with its vote', async () => {
      const { store } = tested;
      const session = await tested.create();
      const votes = [{ userId: BO, card: '5', at: clickedAt(1), reason: 'Tricky' }];
      await store.createResult(session, { story: 1, round: 1, votes });
      expect((await store.result(session.sessionId, session))?.votes).toEqual(votes);
    });
  });
}
