import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { decodeTime } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AFTERLIFE, LONGEST_LIFE } from '../../../src/game/clock/lifetime.ts';
import { NO_MESSAGE } from '../../../src/game/message.ts';
import type { Store } from '../../../src/ports/store.ts';
import { epochSeconds, HOUR } from '../../../src/time.ts';
import { aSession, aSlot, aVoter, BO, TEAM } from '../../game/a-session.ts';
import { directoryContract } from '../../ports/directory-contract.ts';
import { erasureContract } from '../../ports/erasure-contract.ts';
import { SESSION_TTL_HOURS } from '../../ports/store-contract/tested.ts';
import { storeContract } from '../../ports/store-contract.ts';
import { type LocalStore, startLocalStore } from './local-store.ts';

const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
storeContract(endpoint ?? 'embedded dynalite', () => startLocalStore());
directoryContract(endpoint ?? 'embedded dynalite', () => startLocalStore());
erasureContract(endpoint ?? 'embedded dynalite', () => startLocalStore());

describe('The table', () => {
  let local: LocalStore;
  const session = aSession();
  const { sessionId } = session;
  const of = { story: 1, round: 1 };

  beforeAll(async () => {
    local = await startLocalStore();
    const { store } = local;
    await store.createSession(session, [{ number: 1, title: 'Add SSO login' }]);
    await store.writeParticipant(session, aVoter(BO));
    await store.writeSlot(sessionId, aSlot({ userId: 'U0mixedCase', story: 12, round: 3 }));
    await store.createResult(session, { ...of, votes: [] });
  });
  afterAll(() => local.close());

  const items = async () => {
    const { Items = [] } = await local.client.send(new ScanCommand({ TableName: local.table }));
    return new Map(Items.map((item) => [item.SK, item]));
  };

  it('should hold a whole session under one partition key', async () => {
    const stored = await items();
    expect([...stored.keys()].sort()).toEqual([
      'BACKLOG#001',
      'DETAILS',
      `PARTICIPANT#${BO}`,
      'RESULT#001#01',
      'STORY#012#ROUND#03#VOTE#U0mixedCase',
    ]);
    for (const item of stored.values()) {
      expect(item).toMatchObject({ PK: `SESSION#${sessionId}`, sessionId, teamId: TEAM });
    }
  });

  it('should say in epoch seconds when each item expires', async () => {
    const began = decodeTime(sessionId);
    for (const [key, { expirationTime }] of await items()) {
      const end = key === 'DETAILS' ? local.clock.now() + SESSION_TTL_HOURS * HOUR : began + LONGEST_LIFE;
      expect(expirationTime).toBe(epochSeconds(end, AFTERLIFE));
    }
  });

  it('should hold a session flat, under the names that functions of earlier versions read', async () => {
    const { store } = local;
    const moved = aSession({ sessionId: '01JD0000000000000000000001', message: NO_MESSAGE });
    const read = async () => (await store.session(moved.sessionId)) ?? moved;
    await store.createSession(moved, []);
    for (const ts of ['1.000001', '1.000002']) await store.bindMessage(await read(), ts);
    await store.beginMove(await read());
    await store.beginPaint(await read(), { at: 5, streak: 2, answer: { url: 'https://a', at: 4, uses: 1 } });
    await store.endPaint(moved, 3, { hash: 'abc', phase: 'voting 1#1', againAt: 9 });
    await store.detach(moved.sessionId, 'is_archived');
    await store.markScheduled(moved.sessionId, 7);
    await store.markAnnounced(moved.sessionId, 'voted 1#1');
    await store.markArchived(moved.sessionId, 1);
    const PK = `SESSION#${moved.sessionId}`;
    const { Item } = await local.client.send(
      new GetCommand({ TableName: local.table, Key: { PK, SK: 'DETAILS' } }),
    );
    expect(Item).toMatchObject({
      messageTs: '1.000002',
      formerMessages: new Set(['1.000001']),
      retiring: new Set(['1.000001']),
      movingSince: local.clock.now(),
      answer: { url: 'https://a', at: 4, uses: 1 },
      detached: 'is_archived',
      farewell: 'is_archived',
      paint: 3,
      painting: false,
      paintedAt: 5,
      paintStreak: 2,
      shownHash: 'abc',
      shownPhase: 'voting 1#1',
      paintAgainAt: 9,
      scheduledFor: 7,
      announced: 'voted 1#1',
      archived: 1,
      order: [1, 2, 3],
      deck: { name: 'fibonacci' },
    });
    expect(Item).not.toHaveProperty('message');
    expect(Item).not.toHaveProperty('published');
  });

  const reads: [string, (store: Store) => Promise<unknown>][] = [
    ['session', (store) => store.session(sessionId)],
    ['stories', (store) => store.stories(sessionId)],
    ['story', (store) => store.story(sessionId, 1)],
    ['participants', (store) => store.participants(sessionId)],
    ['participant', (store) => store.participant(sessionId, BO)],
    ['slots', (store) => store.slots(sessionId, of)],
    ['slot', (store) => store.slot(sessionId, of, BO)],
    ['results', (store) => store.results(sessionId)],
    ['result', (store) => store.result(sessionId, of)],
  ];

  it.each(reads)('%s: one strongly consistent request', async (_, read) => {
    const requests: object[] = [];
    local.client.middlewareStack.add(
      (next) => (call) => {
        requests.push(call.input);
        return next(call);
      },
      { step: 'initialize', name: 'listener', override: true },
    );
    await read(local.store);
    local.client.middlewareStack.remove('listener');
    expect(requests).toEqual([expect.objectContaining({ ConsistentRead: true })]);
  });
});
