import { describe, expect, it } from 'vitest';
import { AFTERLIFE, LONGEST_LIFE } from '../../../src/game/clock/lifetime.ts';
import type { Session } from '../../../src/game/session.ts';
import type { Store } from '../../../src/ports/store.ts';
import { epochSeconds, HOUR, type Millis, SECOND } from '../../../src/time.ts';
import { aSlot, aVoter, BO, clickedAt } from '../../game/a-session.ts';
import { SESSION_TTL_HOURS, type Tested } from './tested.ts';

const TTL = SESSION_TTL_HOURS * HOUR;
/** Until the store forgets it. */
const KEPT = TTL + AFTERLIFE;

/** All writes to a session itself, and what each answers where there is none. */
const WRITES: [string, (store: Store, session: Session) => Promise<unknown>, false | undefined][] = [
  ['commit', (store, session) => store.commit(session, { story: 2 }, 'late'), false],
  ['bindMessage', (store, session) => store.bindMessage(session, '1700000000.000009'), false],
  ['beginMove', (store, session) => store.beginMove(session), false],
  ['beginPaint', (store, session) => store.beginPaint(session, { at: 1, streak: 1 }), false],
  ['endPaint', (store, session) => store.endPaint(session, session.published.paint.number, {}), false],
  ['putOff', (store, session) => store.putOff(session, session.expiresAt), false],
  ['detach', (store, { sessionId }) => store.detach(sessionId, 'is_archived'), false],
  ['attach', (store, { sessionId }) => store.attach(sessionId), undefined],
  ['abandonMove', (store, { sessionId }) => store.abandonMove(sessionId), undefined],
  ['markRetired', (store, { sessionId }) => store.markRetired(sessionId, '1700000000.000008'), undefined],
  ['markFrozen', (store, { sessionId }) => store.markFrozen(sessionId, '1#1'), undefined],
  ['markWatched', (store, { sessionId }) => store.markWatched(sessionId), undefined],
];

export function expiryContract(tested: Tested): void {
  describe('A session whose time is over', () => {
    it('should be absent from that second on', async () => {
      const { store, clock } = tested;
      const { sessionId } = await tested.create();
      clock.advance(KEPT - SECOND);
      expect(await store.session(sessionId)).toBeDefined();
      clock.advance(SECOND);
      expect(await store.session(sessionId)).toBeUndefined();
    });

    it.each(WRITES)('should not be changed by %s', async (_, write, answer) => {
      const { store, clock } = tested;
      const session = await tested.create();
      await store.commit(session, { freeze: { story: 1, round: 1 } }, 'reveal');
      await store.detach(session.sessionId, 'is_archived');
      const before = await tested.read(session);
      const alive = clock.now();
      clock.advance(KEPT);
      expect(await write(store, before)).toBe(answer);
      clock.set(alive);
      expect(await tested.read(session)).toEqual(before);
    });

    it.each(WRITES)('should not come into being by %s', async (_, write, answer) => {
      const session = { ...(await tested.create()), sessionId: `none-${Math.random()}` };
      expect(await write(tested.store, session)).toBe(answer);
      expect(await tested.store.session(session.sessionId)).toBeUndefined();
    });
  });

  describe('A session’s time', () => {
    const lifetime = (expiresAt: Millis) => ({
      expiresAt,
      expirationTime: epochSeconds(expiresAt, AFTERLIFE),
    });

    it.each<[string, (store: Store, session: Session) => Promise<unknown>]>([
      ['a commit', (store, session) => store.commit(session, { story: 2 }, 'next')],
      ['the end of a paint', (store, session) => store.endPaint(session, 0, { hash: 'abc' })],
    ])('should be renewed by %s', async (_, write) => {
      const { store, clock } = tested;
      const session = await tested.create();
      clock.advance(HOUR);
      await write(store, session);
      expect(await tested.read(session)).toMatchObject(lifetime(clock.now() + TTL));
    });

    it('should not be renewed by those who vote and watch: the paint that follows does that', async () => {
      const { store, clock } = tested;
      const session = await tested.create();
      clock.advance(HOUR);
      await store.writeSlot(session.sessionId, aSlot());
      await store.writeParticipant(session, aVoter(BO));
      await store.markWatched(session.sessionId);
      expect(await tested.read(session)).toMatchObject(lifetime(session.expiresAt));
    });

    it('should be put off by what has left no other trace, unless it changed meanwhile', async () => {
      const { store, clock } = tested;
      const session = await tested.create();
      const touchedAt = clock.now() + HOUR;
      clock.advance(TTL);
      expect(await store.putOff(session, touchedAt - 2 * HOUR)).toBe(false);
      expect(await tested.read(session)).toEqual(session);
      expect(await store.putOff(session, touchedAt)).toBe(true);
      expect(await tested.read(session)).toMatchObject(lifetime(touchedAt + TTL));
      expect(await store.putOff(session, touchedAt + HOUR)).toBe(false);
    });

    it('should never be put off beyond its end', async () => {
      const { store, clock } = tested;
      const endsAt = clock.now() + HOUR;
      const session = await tested.create({ endsAt });
      await store.commit(session, { story: 2 }, 'next');
      expect(await tested.read(session)).toMatchObject(lifetime(endsAt));
      const painted = await tested.read(session);
      await store.beginPaint(painted, { at: clock.now(), streak: 1 });
      await store.endPaint(await tested.read(session), 1, { hash: 'abc' });
      expect(await tested.read(session)).toMatchObject(lifetime(endsAt));
    });

    it('should be over with its expiry, and be remembered for a while', async () => {
      const { store, clock } = tested;
      const session = await tested.create();
      await store.commit(session, { status: 'expired', endedAt: clock.now() }, 'expiry');
      expect(await tested.read(session)).toMatchObject({ status: 'expired', ...lifetime(clock.now()) });
    });
  });

  describe('What belongs to a session', () => {
    const of = { story: 1, round: 1 };

    /** All that there is of a session besides itself. */
    const belongings = async ({ sessionId }: Session) => {
      const { store } = tested;
      return Promise.all([
        ...[store.stories(sessionId), store.participants(sessionId), store.slots(sessionId, of)],
        ...[store.results(sessionId), store.reasons(sessionId, of)],
        ...[store.story(sessionId, 1), store.participant(sessionId, BO), store.slot(sessionId, of, BO)],
        store.result(sessionId, of),
      ]);
    };

    it('should be kept as long as its session can be, and count as absent from then on', async () => {
      const { store, clock } = tested;
      const session = await tested.create({}, clock.now());
      const began = clock.now();
      await store.writeParticipant(session, aVoter(BO));
      await store.writeSlot(session.sessionId, aSlot());
      await store.createResult(session, { ...of, votes: [] });
      await store.writeReason(session, { ...of, userId: BO, card: '5', text: 'Tricky', at: clickedAt(2) });
      clock.set(began + LONGEST_LIFE + AFTERLIFE - SECOND);
      for (const kept of await belongings(session)) {
        expect(kept).toBeDefined();
        expect(kept).not.toEqual([]);
      }
      clock.advance(SECOND);
      expect(await belongings(session)).toEqual([[], [], [], [], [], ...Array(4).fill(undefined)]);
    });
  });
}
