import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/game/decide.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import { ADA, BO, CY, clickedAt } from '../game/a-session.ts';
import { inManyOrders } from './interleaving.ts';
import { aRace, expectKept, of, reveal, told } from './race.ts';

let local: LocalStore;
beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());

describe('A reveal', () => {
  it('should happen once, however many tap it', () =>
    inManyOrders(local.store, async (store) => {
      const { command, publish, result, sessionId, vote } = await aRace(local, store);
      const [first, second, , answer] = await Promise.all([
        command(reveal, ADA, 4),
        command(reveal, ADA, 5),
        publish(),
        vote(CY, 2, '8'),
      ]);
      expect([first.kind, second.kind]).toEqual(['done', 'done']);
      expectKept(told(CY, 2, '8', answer), await result());
      expect(await local.store.results(sessionId)).toHaveLength(1);
      expect(await local.store.session(sessionId)).toMatchObject({ status: 'revealed', version: 2 });
    }));

  const followers: Command[] = [{ kind: 'voteAgain', of }, { kind: 'next', of }, { kind: 'end' }];
  for (const follower of followers) {
    it(`should keep its votes though ${follower.kind} follows before anybody froze them`, () =>
      inManyOrders(local.store, async (store) => {
        const { vote, command, publish, result, sessionId } = await aRace(local, store);
        const [answer] = await Promise.all([
          vote(CY, 2, '8'),
          command(reveal, ADA, 4).then(() => command(follower, ADA, 5)),
          publish(),
        ]);
        const frozen = await result();
        expect(frozen?.votes).toContainEqual({ userId: BO, card: '3', at: clickedAt(1) });
        expectKept(told(CY, 2, '8', answer), frozen);
        expect(await local.store.slots(sessionId, { story: 1, round: 2 })).toEqual([]);
        expect(await local.store.results(sessionId)).toHaveLength(1);
      }));
  }

  it('should be the creator’s who has it, while it is handed over', () =>
    inManyOrders(local.store, async (store) => {
      const { command, sessionId } = await aRace(local, store);
      const [revealed, handed, byBo] = await Promise.all([
        command(reveal, ADA, 4),
        command({ kind: 'handOver', to: BO }, ADA, 5),
        command(reveal, BO, 6),
      ]);
      expect(handed.kind).toBe('done');
      const session = await local.store.session(sessionId);
      expect(session?.creatorId).toBe(BO);
      const isRevealed = revealed.kind === 'done' || byBo.kind === 'done';
      expect(session?.status).toBe(isRevealed ? 'revealed' : 'voting');
    }));
});

describe('Additions of stories', () => {
  it('should never overfill a session, however many are made at once', () =>
    inManyOrders(local.store, async (store) => {
      const { command, sessionId } = await aRace(local, store);
      const stories = Array.from({ length: 14 }, (_, index) => index + 4);
      const add = async (step: number) => {
        const reserved = await command({ kind: 'reserveStories', count: stories.length }, ADA, step);
        if (reserved.kind === 'done') await command({ kind: 'queueStories', stories }, ADA, step);
      };
      await Promise.all([add(1), add(2), add(3)]);
      const { order = [] } = (await local.store.session(sessionId)) ?? {};
      expect(order.length).toBeLessThanOrEqual(MAX_STORIES);
    }));
});
