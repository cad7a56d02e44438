import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_MESSAGE } from '../../src/game/message.ts';
import type { Session } from '../../src/game/session.ts';
import { control } from '../../src/play/control.ts';
import { join, stepOut } from '../../src/play/participation.ts';
import { castVote, myVote } from '../../src/play/voting.ts';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import { ADA, aSession, BO, CHANNEL, clickedAt, MESSAGE, TEAM } from '../game/a-session.ts';

const of = { story: 1, round: 1 };
const LATER = '1700000000.000900';
const FORGED = '1700000000.000666';

let local: LocalStore;
let sessionId: string;
beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());

async function create(changes: Partial<Session> = {}): Promise<Session> {
  await local.store.createSession(aSession({ sessionId, ...changes }), []);
  return read();
}
async function read(): Promise<Session> {
  const session = await local.store.session(sessionId);
  if (!session) throw new Error('the session is gone');
  return session;
}
beforeEach(() => {
  sessionId = ulid();
});

/** A click on the session's message, or on whatever `changes` say. */
const click = (userId: string, changes: Partial<ReturnType<typeof origin>> = {}) => ({
  sessionId,
  userId,
  at: clickedAt(1),
  ...origin(),
  ...changes,
});
const origin = () => ({ teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE });
const vote = (changes?: Parameters<typeof click>[1]) => castVote(local.store, click(BO, changes), of, '5');
const end = (changes?: Parameters<typeof click>[1]) =>
  control(local.store, local.clock.now, sessionId, click(ADA, changes), { kind: 'end' });
const slots = () => local.store.slots(sessionId, of);

describe('A click from elsewhere', () => {
  const elsewhere: [string, Partial<ReturnType<typeof origin>>][] = [
    ['another message', { messageTs: FORGED }],
    ['another channel', { channelId: 'C0OTHER' }],
    ['another team’s channel', { teamId: 'T0OTHER', channelId: 'C0OTHER' }],
  ];

  it.each(elsewhere)('should have no effect on %s', async (_, changes) => {
    const before = await create();
    const store = local.store;
    const refused = [
      await vote(changes),
      await join(store, click(BO, changes)),
      await stepOut(store, click(BO, changes), 'left'),
      await myVote(store, click(BO, changes)),
      await end(changes),
    ];
    for (const answer of refused) expect(answer).toMatchObject({ refusal: { code: 'not_this_message' } });
    expect(await read()).toEqual(before);
    expect(await slots()).toEqual([]);
    expect(await store.participants(sessionId)).toEqual([]);
  });

  it.each(elsewhere)('should not touch a card that counts, on %s', async (_, changes) => {
    await create();
    await vote();
    const standing = await slots();
    await castVote(local.store, { ...click(BO, changes), at: clickedAt(9) }, of, '13');
    expect(await slots()).toEqual(standing);
  });

  it('should be refused on a session that is not there', async () => {
    expect(await vote()).toMatchObject({ refusal: { code: 'session_over' } });
    expect(await end()).toMatchObject({ refusal: { code: 'session_over' } });
    expect(await slots()).toEqual([]);
  });
});

describe('A guest from another workspace, in the session’s own channel', () => {
  it('should be allowed to vote', async () => {
    await create();
    expect(await vote({ teamId: 'T0GUEST' })).toMatchObject({ kind: 'counts', card: '5' });
  });

  it('should not be allowed to control, not even under the creator’s id', async () => {
    await create();
    expect(await end({ teamId: 'T0GUEST' })).toMatchObject({ kind: 'refusal' });
    expect((await read()).status).toBe('voting');
  });
});

describe('A card that is not in the deck', () => {
  it.each(['XL', '4', ''])('should be refused with %j, and an earlier card stay', async (card) => {
    await create();
    await vote();
    const standing = await slots();
    const later = { ...click(BO), at: clickedAt(9) };
    expect(await castVote(local.store, later, of, card)).toMatchObject({
      refusal: { code: 'card_not_in_deck' },
    });
    expect(await slots()).toEqual(standing);
  });
});

describe('A message that the session does not know', () => {
  it('should be adopted with the first click while the session has none', async () => {
    const unposted = aSession({ sessionId, message: NO_MESSAGE });
    await local.store.createSession(unposted, []);
    expect(await vote()).toMatchObject({ kind: 'counts' });
    expect((await read()).message.ts).toBe(MESSAGE);
    expect(await vote({ messageTs: FORGED })).toMatchObject({ kind: 'refusal' });
  });

  it('should be adopted while the session is moving, and the old one still be known', async () => {
    const session = await create();
    await local.store.beginMove(session);
    expect(await vote({ messageTs: LATER })).toMatchObject({ kind: 'counts' });
    expect((await read()).message).toMatchObject({ ts: LATER, former: [MESSAGE], retiring: [MESSAGE] });
    const onTheOld = await castVote(local.store, { ...click(BO), at: clickedAt(9) }, of, '8');
    expect(onTheOld).toMatchObject({ kind: 'counts', card: '8' });
  });

  it('should not be adopted in the moment in which the session gets its own', async () => {
    await local.store.createSession(aSession({ sessionId, message: NO_MESSAGE }), []);
    const { store } = local;
    const racing = {
      ...store,
      async session(id: string) {
        const before = await store.session(id);
        if (before && before.message.ts === undefined) await store.bindMessage(before, MESSAGE);
        return before;
      },
    };
    const forged = click(ADA, { messageTs: FORGED });
    const answer = await control(racing, local.clock.now, sessionId, forged, { kind: 'end' });
    expect(answer).toMatchObject({ refusal: { code: 'not_this_message' } });
    expect(await read()).toMatchObject({ status: 'voting', message: { ts: MESSAGE } });
  });

  it('should not be adopted by anybody of another workspace', async () => {
    const unposted = aSession({ sessionId, message: NO_MESSAGE });
    await local.store.createSession(unposted, []);
    expect(await vote({ teamId: 'T0OTHER' })).toMatchObject({ kind: 'refusal' });
    expect((await read()).message.ts).toBeUndefined();
  });

  it('should show that a detached message is there after all', async () => {
    await create();
    await local.store.detach(sessionId, 'not_in_channel');
    await vote();
    expect((await read()).message.detached).toBeUndefined();
  });
});

describe('A card that is not in the deck', () => {
  it('should be refused as such in a revealed round too, though a newer vote of theirs stands', async () => {
    await create();
    const store = local.store;
    await castVote(store, { ...click(BO), at: clickedAt(9) }, of, '5');
    await control(store, local.clock.now, sessionId, click(ADA), { kind: 'reveal', of });
    const late = await castVote(store, { ...click(BO), at: clickedAt(1) }, of, 'XL');
    expect(late).toEqual({ kind: 'refusal', refusal: { code: 'card_not_in_deck' } });
    expect(await slots()).toMatchObject([{ card: '5', at: clickedAt(9) }]);
  });
});
