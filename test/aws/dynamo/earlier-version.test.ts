import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECKS } from '../../../src/game/deck/deck.ts';
import { readBoard } from '../../../src/play/board.ts';
import { control } from '../../../src/play/control.ts';
import { freezeAll } from '../../../src/play/freeze.ts';
import { castVote } from '../../../src/play/voting.ts';
import { DAY } from '../../../src/time.ts';
import { ADA, aSession, BO, CHANNEL, CY, clickedAt, MESSAGE, TEAM } from '../../game/a-session.ts';
import { type LocalStore, startLocalStore } from './local-store.ts';

/** A session that was open when its Groom was upgraded: written before there were custom decks, options and clocks. */

const { sessionId } = aSession();

let local: LocalStore;
beforeAll(async () => {
  local = await startLocalStore();
  const entity = {
    __edb_v__: '1',
    sessionId,
    teamId: TEAM,
    expirationTime: (local.clock.now() + DAY) / 1000,
  };
  const PK = `SESSION#${sessionId}`;
  const items = [
    {
      PK,
      SK: 'DETAILS',
      __edb_e__: 'session',
      ...entity,
      channelId: CHANNEL,
      messageTs: MESSAGE,
      creatorId: ADA,
      hostName: 'ada',
      creatorActedAt: 0,
      deck: 'tshirt',
      status: 'voting',
      story: 1,
      round: 1,
      order: [1, 2],
      skipped: [],
      lastStory: 2,
      estimates: [],
      watched: false,
      version: 1,
      createdAt: local.clock.now(),
      paint: 0,
      painting: false,
      paintedAt: 0,
      paintStreak: 0,
    },
    { PK, SK: 'BACKLOG#001', __edb_e__: 'story', ...entity, story: 1, title: 'Add SSO login' },
  ];
  for (const Item of items) await local.client.send(new PutCommand({ TableName: local.table, Item }));
});
afterAll(() => local.close());

const read = async () => {
  const session = await local.store.session(sessionId);
  if (!session) throw new Error('the session is gone');
  return session;
};
const board = async () => (await readBoard(local.store, await read())).board;
const click = (userId: string, step: number) => ({
  sessionId,
  userId,
  at: clickedAt(step),
  teamId: TEAM,
  channelId: CHANNEL,
  messageTs: MESSAGE,
});

describe('A session of an earlier version', () => {
  it('should be one as they were then', async () => {
    expect(await read()).toEqual({
      ...aSession({ deck: DECKS.tshirt, order: [1, 2], lastStory: 2 }),
      createdAt: local.clock.now(),
      // What belongs to it lasts no longer.
      endsAt: local.clock.now() + 30 * DAY,
      expiresAt: local.clock.now() + DAY,
      expirationTime: expect.any(Number),
    });
  });

  it('should go on', async () => {
    const { store, clock } = local;
    for (const [step, userId] of [BO, CY].entries()) {
      const answer = await castVote(store, click(userId, step), { story: 1, round: 1 }, 'M');
      expect(answer).toMatchObject({ kind: 'counts', card: 'M' });
    }
    await control(store, clock.now, sessionId, click(ADA, 2), { kind: 'reveal', of: { story: 1, round: 1 } });
    await freezeAll(store, await read());
    expect(await board()).toMatchObject({ status: 'revealed', estimate: 'M' });
    await control(store, clock.now, sessionId, click(ADA, 3), { kind: 'next', of: { story: 1, round: 1 } });
    expect(await board()).toMatchObject({ status: 'voting', story: 2 });
    await control(store, clock.now, sessionId, click(ADA, 4), { kind: 'handOver', to: BO });
    expect(await read()).toMatchObject({ creatorId: BO, deck: DECKS.tshirt });
    expect(await local.directory.sessionsOf({ teamId: TEAM, userId: BO })).toEqual([sessionId]);
  });
});
