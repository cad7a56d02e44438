import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/game/session.ts';
import type { Store } from '../../../src/ports/store.ts';
import { epochSeconds, HOUR, SECOND } from '../../../src/time.ts';
import { aSlot, aVoter, BO } from '../../game/a-session.ts';
import { SESSION_TTL_HOURS, type Tested } from './tested.ts';

const TTL = SESSION_TTL_HOURS * HOUR;

/** All writes to a session itself, and what each answers where there is none. */
const WRITES: [string, (store: Store, session: Session) => Promise<unknown>, false | undefined][] = [
  ['commit', (store, session) => store.commit(session, { story: 2 }, 'late'), false],
  ['bindMessage', (store, session) => store.bindMessage(session, '1700000000.000009'), false],
  ['beginMove', (store, session) => store.beginMove(session), false],
  ['beginPaint', (store, session) => store.beginPaint(session, { at: 1, streak: 1 }), false],
  [
    'endPaint',
    (store, session) => store.endPaint(session, session.published.paint.number, {}),
    false,
  ],
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
      clock.advance(TTL - SECOND);
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
      clock.advance(TTL);
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
    const ends = async (session: Session) => (await tested.read(session)).expirationTime;

    it.each<[string, (store: Store, session: Session) => Promise<unknown>]>([
      ['a commit', (store, session) => store.commit(session, { story: 2 }, 'next')],
      ['the end of a paint', (store, session) => store.endPaint(session, 0, { hash: 'abc' })],
    ])('should be renewed by %s', async (_, write) => {
      const { store, clock } = tested;
      const session = await tested.create();
      clock.advance(HOUR);
      await write(store, session);
      expect(await ends(session)).toBe(epochSeconds(clock.now(), TTL));
    });

    it('should not be renewed by those who vote and watch: the paint that follows does that', async () => {
      const { store, clock } = tested;
      const session = await tested.create();
      const ending = await ends(session);
      clock.advance(HOUR);
      await store.writeSlot(session.sessionId, aSlot());
      await store.writeParticipant(session, aVoter(BO));
      await store.markWatched(session.sessionId);
      expect(await ends(session)).toBe(ending);
    });
  });
}
