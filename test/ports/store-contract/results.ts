import { describe, expect, it } from 'vitest';
import type { CountedVote, Result } from '../../../src/game/round/vote.ts';
import { BO, clickedAt } from '../../game/a-session.ts';
import type { Tested } from './tested.ts';

const votes = (count: number, card = '5'): CountedVote[] =>
  Array.from({ length: count }, (_, n) => ({ userId: `${BO}${n}`, card, at: clickedAt(n) }));
const result = (story: number, round: number, count = 1): Result => ({ story, round, votes: votes(count) });

export function resultContract(tested: Tested): void {
  describe('A result', () => {
    it('should be stored once and never change', async () => {
      const { store } = tested;
      const session = await tested.create();
      expect(await store.result(session.sessionId, { story: 1, round: 1 })).toBeUndefined();
      expect(await store.createResult(session, result(1, 1))).toBe(true);
      expect(await store.createResult(session, { ...result(1, 1), votes: votes(2, '13') })).toBe(false);
      expect(await store.result(session.sessionId, { story: 1, round: 1 })).toEqual(result(1, 1));
    });

    it('should be stored by exactly one of many at the same time', async () => {
      const session = await tested.create();
      const attempts = Array.from({ length: 8 }, (_, n) => result(1, 1, n + 1));
      const stored = await Promise.all(attempts.map((one) => tested.store.createResult(session, one)));
      expect(stored.filter(Boolean)).toHaveLength(1);
      const winner = attempts[stored.indexOf(true)];
      expect(await tested.store.result(session.sessionId, { story: 1, round: 1 })).toEqual(winner);
    });

    it('should say that too few votes are in it to be shown', async () => {
      const session = await tested.create();
      const few = { ...result(1, 1, 2), tooFew: true };
      await tested.store.createResult(session, few);
      expect(await tested.store.result(session.sessionId, few)).toEqual(few);
      expect(await tested.store.results(session.sessionId)).toEqual([few]);
    });

    it('should be allowed to be empty', async () => {
      const session = await tested.create();
      await tested.store.createResult(session, result(1, 1, 0));
      expect(await tested.store.results(session.sessionId)).toEqual([result(1, 1, 0)]);
    });
  });

  describe('The results', () => {
    it('should come in order of stories and rounds, all or of one story', async () => {
      const { store } = tested;
      const session = await tested.create();
      const all = [result(1, 1), result(1, 2), result(1, 10), result(2, 1), result(10, 1)];
      for (const one of all.toReversed()) await store.createResult(session, one);
      await store.createResult(await tested.create(), result(3, 1));
      expect(await store.results(session.sessionId)).toEqual(all);
      expect(await store.results(session.sessionId, 1)).toEqual(all.slice(0, 3));
      expect(await store.results(session.sessionId, 3)).toEqual([]);
    });

    it('should all be there, however large they are together', async () => {
      const session = await tested.create();
      // More than the megabyte that one answer of DynamoDB holds.
      const all = Array.from({ length: 24 }, (_, n) => result(n + 1, 1, 1500));
      for (const one of all) await tested.store.createResult(session, one);
      expect(await tested.store.results(session.sessionId)).toEqual(all);
    });
  });
}
