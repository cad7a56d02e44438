import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import { BO, CY, clickedAt, DEE } from '../game/a-session.ts';
import { inEveryOrder, inManyOrders } from './interleaving.ts';
import { aRace, expectKept, reveal, told } from './race.ts';

let local: LocalStore;
beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());

describe('A vote against a reveal', () => {
  it('should count exactly if its voter was told so, in every order there is', async () => {
    const answers = new Set<string>();
    const orders = await inEveryOrder(local.store, async (store) => {
      const { vote, command, publish, result } = await aRace(local, store);
      const [answer] = await Promise.all([vote(CY, 2, '8'), command(reveal).then(publish)]);
      expectKept(told(CY, 2, '8', answer), await result());
      answers.add(answer.kind);
    });
    expect(orders).toBeGreaterThan(50);
    expect([...answers].sort()).toEqual(['counted', 'counts', 'too_late']);
  });

  it('should count the new card or the old one, as its voter was told', () =>
    inManyOrders(local.store, async (store) => {
      const { vote, command, publish, result } = await aRace(local, store);
      const [answer] = await Promise.all([vote(BO, 2, '8'), command(reveal).then(publish), publish()]);
      expectKept(told(BO, 2, '8', answer), await result());
    }));

  it('should keep what several are told while several freeze', () =>
    inManyOrders(local.store, async (store) => {
      const { vote, command, publish, result } = await aRace(local, store);
      const [cy, dee] = await Promise.all([
        vote(CY, 2, '8'),
        vote(DEE, 3, '?'),
        command(reveal).then(publish),
        publish(),
      ]);
      const frozen = await result();
      expectKept(told(CY, 2, '8', cy), frozen);
      expectKept(told(DEE, 3, '?', dee), frozen);
    }));

  it('should end as the newer of two quick taps meant it', () =>
    inManyOrders(local.store, async (store) => {
      const { vote, command, publish, result } = await aRace(local, store);
      const [first, second] = await Promise.all([
        vote(CY, 2, '8'),
        vote(CY, 3, '13'),
        command(reveal).then(publish),
      ]);
      const frozen = await result();
      expectKept(told(CY, 3, '13', second), frozen);
      if (second.kind !== 'counts') return;
      expect(first).toMatchObject({ kind: expect.stringMatching(/counts|too_late/) });
      expect(frozen?.votes).toContainEqual({ userId: CY, card: '13', at: clickedAt(3) });
    }));
});

describe('Stepping out against a freeze', () => {
  for (const act of ['leave', 'watch'] as const) {
    it(`should take the vote back or not, as is said (${act})`, () =>
      inManyOrders(local.store, async (store) => {
        const { [act]: stepOutOf, vote, command, publish, result } = await aRace(local, store);
        const [answer, cy] = await Promise.all([
          stepOutOf(BO, 2),
          vote(CY, 2, '8'),
          command(reveal).then(publish),
          publish(),
        ]);
        const frozen = await result();
        const votes = frozen?.votes.filter(({ userId }) => userId === BO) ?? [];
        const counted = answer.kind === 'out' ? answer.counted : undefined;
        expect(votes.map(({ card }) => card)).toEqual(counted === undefined ? [] : [counted]);
        expect(answer).toMatchObject({ kind: 'out', withdrawn: counted === undefined });
        expectKept(told(CY, 2, '8', cy), frozen);
      }));
  }
});
