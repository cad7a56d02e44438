import { describe, expect, it } from 'vitest';
import type { Changes } from '../../../src/game/changes.ts';
import { DECKS } from '../../../src/game/deck/deck.ts';
import { NO_MESSAGE } from '../../../src/game/message.ts';
import { NOTHING_PUBLISHED } from '../../../src/game/published.ts';
import type { Session } from '../../../src/game/session.ts';
import { DEFAULT_SETTINGS, optionsOf } from '../../../src/game/settings.ts';
import { clickedAt, MESSAGE } from '../../game/a-session.ts';
import type { Tested } from './tested.ts';

/** What a session may be started with. */
const settled: Partial<Session> = {
  options: { ...optionsOf(DEFAULT_SETTINGS), anonymous: true, reasons: true },
  language: 'de',
  issueLinks: { pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/$1' },
  references: [{ title: 'Audit log', card: '8' }],
  timeLimit: 7_200_000,
  deadlineAt: 1_700_000_000_000,
  times: [{ story: 2, startedAt: 3 }],
  message: { ...NO_MESSAGE, ts: MESSAGE, unattended: true },
};

export function sessionContract(tested: Tested): void {
  describe('A session', () => {
    it('should read as it was written', async () => {
      const session = await tested.create({
        status: 'lobby',
        deck: DECKS.tshirt,
        ...settled,
        order: [2, 1, 3],
        skipped: [4],
        estimates: [{ story: 2, card: 'XL' }],
        endedAt: 5,
      });
      expect(session).toMatchObject({
        status: 'lobby',
        deck: DECKS.tshirt,
        ...settled,
        order: [2, 1, 3],
        skipped: [4],
        estimates: [{ story: 2, card: 'XL' }],
        endedAt: 5,
        hostName: 'ada',
        unfrozen: [],
        published: NOTHING_PUBLISHED,
      });
    });

    it('should be there once, though the network writes it again, and never take another’s id', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.commit(session, { story: 2 }, 'U0ADA test');
      await store.createSession(session, []);
      expect(await tested.read(session)).toMatchObject({ story: 2 });
      await expect(store.createSession({ ...session, creatorId: 'U0OTHER' }, [])).rejects.toThrow();
      expect(await tested.read(session)).toMatchObject({ story: 2 });
    });

    it('should be absent if there is none', async () => {
      const { store } = tested;
      expect(await store.session('nobody')).toBeUndefined();
      expect(await store.stories('nobody')).toEqual([]);
      expect(await store.story('nobody', 1)).toBeUndefined();
    });
  });

  describe('A commit', () => {
    const changes: [string, Changes][] = [
      ['a start', { status: 'voting', creatorActedAt: 7 }],
      ['a next story', { status: 'voting', story: 2, round: 1 }],
      ['a recorded estimate', { estimates: [{ story: 1, card: '½' }] }],
      ['an end', { status: 'ended', endedAt: 9 }],
      ['a new order', { order: [3, 1], skipped: [2], lastStory: 12 }],
      ['an empty order', { order: [], skipped: [1, 2, 3] }],
      ['a hand-over', { creatorId: 'U0HEIR' }],
      ['a nudge', { nudgedAt: 11 }],
      ['times', { times: [{ story: 1, startedAt: 3, decidedAt: 8 }], deadlineAt: 7 }],
    ];
    it.each(changes)('should write %s and nothing else', async (_, change) => {
      const session = await tested.create();
      expect(await tested.store.commit(session, change, 'U0ADA test')).toBe(true);
      expect(await tested.read(session)).toEqual({
        ...session,
        ...change,
        version: session.version + 1,
        lastAction: 'U0ADA test',
      });
    });

    it('should add a revealed round to the unfrozen ones, and forget the plain name', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.commit(session, { freeze: { story: 1, round: 1 } }, 'first');
      const again = { freeze: { story: 12, round: 3 }, hostName: null } as const;
      await store.commit(await tested.read(session), again, 'second');
      const { unfrozen, hostName } = await tested.read(session);
      expect(new Set(unfrozen)).toEqual(new Set(['1#1', '12#3']));
      expect(hostName).toBeUndefined();
      await store.markFrozen(session.sessionId, '1#1');
      await store.markFrozen(session.sessionId, '9#9');
      expect((await tested.read(session)).unfrozen).toEqual(['12#3']);
      await store.markFrozen(session.sessionId, '12#3');
      await store.markFrozen(session.sessionId, '12#3');
      expect((await tested.read(session)).unfrozen).toEqual([]);
    });

    it('should be refused once the session has changed', async () => {
      const { store } = tested;
      const session = await tested.create();
      expect(await store.commit(session, { story: 2 }, 'first')).toBe(true);
      expect(await store.commit(session, { story: 3 }, 'second')).toBe(false);
      expect(await tested.read(session)).toMatchObject({ story: 2, lastAction: 'first' });
    });

    it('should win once among many at the same time', async () => {
      const session = await tested.create();
      const commits = [1, 2, 3, 4, 5, 6].map((n) => tested.store.commit(session, { story: n }, `${n}`));
      const won = (await Promise.all(commits)).flatMap((done, index) => (done ? [index + 1] : []));
      expect(won).toHaveLength(1);
      expect(await tested.read(session)).toMatchObject({ story: won[0], version: session.version + 1 });
    });

    it('should not be disturbed by what publishers and voters write', async () => {
      const { store } = tested;
      const session = await tested.create();
      await store.beginPaint(session, { at: 1, streak: 1 });
      await store.markWatched(session.sessionId);
      await store.writeParticipant(session, { userId: 'U0BO', role: 'voter', at: clickedAt(1) });
      expect(await store.commit(session, { story: 2 }, 'late')).toBe(true);
      expect(await tested.read(session)).toMatchObject({
        story: 2,
        watched: true,
        published: { paint: { number: 1 } },
      });
    });
  });

  describe('Stories', () => {
    it('should be added and replaced', async () => {
      const { store } = tested;
      const session = await tested.create();
      const long = '🃏'.repeat(1500);
      await store.putStories(session, [
        { number: 10, title: long },
        { number: 2, title: 'Audit log' },
      ]);
      await store.putStories(session, [{ number: 2, title: 'Audit <log> & *more*' }]);
      expect(await store.stories(session.sessionId)).toEqual([
        { number: 1, title: 'Add SSO login' },
        { number: 2, title: 'Audit <log> & *more*' },
        { number: 10, title: long },
      ]);
      expect(await store.story(session.sessionId, 10)).toEqual({ number: 10, title: long });
      expect(await store.story(session.sessionId, 3)).toBeUndefined();
    });
  });
}
