import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import type { Start } from '../../../src/ports/store.ts';
import { SECOND } from '../../../src/time.ts';
import { ADA, BO, CHANNEL, TEAM } from '../../game/a-session.ts';
import type { Tested } from './tested.ts';

export function startContract(tested: Tested): void {
  /** A start that no other test has claimed. */
  const aStart = (): Start => ({ teamId: TEAM, channelId: CHANNEL, userId: ADA, wish: ulid() });

  describe('A start', () => {
    it('should belong to whoever claims it first, for half a minute', async () => {
      const { store, clock } = tested;
      const start = aStart();
      expect(await store.claimStart(start, 'first')).toBe('first');
      expect(await store.claimStart(start, 'second')).toBe('first');
      clock.advance(29 * SECOND);
      expect(await store.claimStart(start, 'second')).toBe('first');
      clock.advance(2 * SECOND);
      expect(await store.claimStart(start, 'second')).toBe('second');
      expect(await store.claimStart(start, 'first')).toBe('second');
    });

    it('should stay with its owner though the network claims it again', async () => {
      const { store } = tested;
      const start = aStart();
      await store.claimStart(start, 'first');
      expect(await store.claimStart(start, 'first')).toBe('first');
    });

    it('should belong to one of many who claim it at the same time', async () => {
      const { store } = tested;
      const start = aStart();
      const claims = ['a', 'b', 'c', 'd', 'e'].map((id) => store.claimStart(start, id));
      expect(new Set(await Promise.all(claims)).size).toBe(1);
    });

    it('should be one of a person, a channel, a team and a wish', async () => {
      const { store } = tested;
      const start = aStart();
      await store.claimStart(start, 'first');
      const others = [{ userId: BO }, { channelId: 'C0OTHER' }, { teamId: 'T0OTHER' }, { wish: ulid() }];
      for (const other of others) {
        expect(await store.claimStart({ ...start, ...other }, 'second')).toBe('second');
      }
    });

    it('should be free again once its owner gives it back, and nobody else can', async () => {
      const { store } = tested;
      const start = aStart();
      await store.claimStart(start, 'first');
      await store.releaseStart(start, 'second');
      expect(await store.claimStart(start, 'second')).toBe('first');
      await store.releaseStart(start, 'first');
      expect(await store.claimStart(start, 'second')).toBe('second');
    });
  });
}
