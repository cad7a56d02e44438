import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/game/decide.ts';
import type { Session } from '../../src/game/session.ts';
import { control } from '../../src/play/control.ts';
import { freeze } from '../../src/play/freeze.ts';
import { readMySessions } from '../../src/play/my-sessions.ts';
import { join, stepOut } from '../../src/play/participation.ts';
import { castVote } from '../../src/play/voting.ts';
import { HOUR, SECOND } from '../../src/time.ts';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import { aSession, CHANNEL, clickedAt, MESSAGE, TEAM } from '../game/a-session.ts';
import { SESSION_TTL_HOURS } from '../ports/store-contract/tested.ts';

let local: LocalStore;
let clicks = 0;
/** Somebody new for each test: all share one table. */
let me = '';
let people = 0;
const HOST = 'U0HOST';

beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());
beforeEach(() => {
  me = `U0ME${++people}`;
});

const STORIES = ['Add SSO login', 'Audit log', 'Dark mode'].map((title, index) => ({
  number: index + 1,
  title,
}));

const linkTo = async ({ message }: Session) => `https://acme.slack.com/p${message.ts}`;
const read = (userId = me) =>
  readMySessions(
    { store: local.store, directory: local.directory, now: local.clock.now, linkTo },
    { teamId: TEAM, userId },
  );

/** A session of somebody’s, and what people do in it, one second after the other. */
async function session(changes: Partial<Session> = {}) {
  const made = aSession({ sessionId: ulid(), creatorId: HOST, createdAt: local.clock.now(), ...changes });
  const { sessionId, creatorId } = made;
  await local.store.createSession({ ...made, times: [{ story: 1, startedAt: local.clock.now() }] }, STORIES);
  const click = (userId: string) => {
    local.clock.advance(SECOND);
    const at = clickedAt(++clicks);
    return { sessionId, teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE, userId, at };
  };
  const now = async () => (await local.store.session(sessionId)) as Session;
  return {
    sessionId,
    now,
    join: (userId = me) => join(local.store, click(userId)),
    stepOut: (out: 'left' | 'observer') => stepOut(local.store, click(me), out),
    vote: async (card: string, userId = me) => castVote(local.store, click(userId), await now(), card),
    command: async (command: Command) => {
      await control(local.store, local.clock.now, sessionId, click(creatorId), command);
    },
  };
}

describe('A vote that waits for me', () => {
  it('should be one that I have joined and not voted in', async () => {
    const { join } = await session({ deadlineAt: 7 });
    await join();
    const place = {
      channelId: CHANNEL,
      title: 'Add SSO login',
      messageLink: await linkTo(aSession()),
    };
    expect((await read()).awaited).toEqual([{ ...place, deadlineAt: 7 }]);
  });

  it('should wait no more once I have voted', async () => {
    const { join, vote } = await session();
    await join();
    await vote('5');
    expect((await read()).awaited).toEqual([]);
  });

  it('should wait again in the next round', async () => {
    const { join, vote, command } = await session();
    await join();
    await vote('5');
    await command({ kind: 'reveal', of: { story: 1, round: 1 } });
    expect((await read()).awaited).toEqual([]);
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    expect((await read()).awaited).toHaveLength(1);
  });

  it.each(['left', 'observer'] as const)('should not wait for whoever is out: %s', async (out) => {
    const { join, stepOut } = await session();
    await join();
    await stepOut(out);
    expect((await read()).awaited).toEqual([]);
  });

  it('should not be one that is over, gone, or without a message to go to', async () => {
    const creatorId = 'U0HOSTOFTHREE';
    const ended = await session({ creatorId });
    const cancelled = await session({ creatorId });
    const detached = await session({ creatorId });
    for (const { join } of [ended, cancelled, detached]) await join();
    await ended.command({ kind: 'end' });
    await cancelled.command({ kind: 'cancel' });
    await local.store.detach(detached.sessionId, 'message_not_found');
    expect((await read()).awaited).toEqual([]);
    expect((await read(creatorId)).created).toEqual([]);
  });

  it('should not be one that has expired', async () => {
    const { join } = await session();
    await join();
    expect((await read()).awaited).toHaveLength(1);
    local.clock.advance(SESSION_TTL_HOURS * HOUR);
    expect((await read()).awaited).toEqual([]);
  });

  it('should be found among the newest, also behind many that were cancelled', async () => {
    const open = await session();
    await open.join();
    for (let n = 0; n < 25; n++) {
      const { join, command } = await session();
      await join();
      await command({ kind: 'cancel' });
    }
    expect((await read()).awaited).toHaveLength(1);
  });

  it('should not be anybody else’s', async () => {
    const { join } = await session();
    await join();
    expect(await read('U0NOBODY')).toEqual({
      ...{ awaited: [], created: [], results: [] },
      more: { awaited: 0, created: 0 },
    });
  });
});

describe('A session of mine', () => {
  it('should say how far it is', async () => {
    const { join, vote, command } = await session({ creatorId: me, status: 'lobby' });
    const mine = async () => (await read()).created[0];
    expect(await mine()).toMatchObject({ title: 'Add SSO login', status: 'lobby' });
    await join('U0BO');
    await command({ kind: 'start' });
    expect(await mine()).toMatchObject({ status: 'voting', voted: 0, awaited: 1 });
    await vote('5', 'U0BO');
    expect(await mine()).toMatchObject({ status: 'voting', voted: 1, awaited: 0 });
    await command({ kind: 'reveal', of: { story: 1, round: 1 } });
    expect(await mine()).toMatchObject({ status: 'revealed' });
    await command({ kind: 'handOver', to: 'U0BO' });
    expect(await mine()).toBeUndefined();
  });

  it('should tell no card of a running vote', async () => {
    const { vote } = await session({ creatorId: me });
    await vote('13', 'U0BO');
    await vote('21');
    expect(JSON.stringify(await read())).not.toMatch(/"(13|21)"/);
  });
});

describe('A recent result', () => {
  async function revealed(cards: Record<string, string>) {
    const made = await session();
    for (const [userId, card] of Object.entries(cards)) await made.vote(card, userId);
    await made.command({ kind: 'reveal', of: { story: 1, round: 1 } });
    return made;
  }
  const results = async () => (await read()).results.map(({ title, estimate }) => `${title} ${estimate}`);

  it('should be a consensus, once it is frozen', async () => {
    const { join, sessionId, now } = await revealed({ [me]: '5', U0BO: '5' });
    await join();
    expect(await results()).toEqual([]);
    await freeze(local.store, await now(), { story: 1, round: 1 });
    expect(await results()).toEqual(['Add SSO login 5']);
    expect(sessionId).not.toBe('');
  });

  it('should be what was agreed on, the latest first', async () => {
    const { join, now, command, vote } = await revealed({ [me]: '5', U0BO: '8' });
    await join();
    await freeze(local.store, await now(), { story: 1, round: 1 });
    expect(await results()).toEqual([]);
    await command({ kind: 'agree', of: { story: 1, round: 1 }, card: '8' });
    await command({ kind: 'next', of: { story: 1, round: 1 } });
    await vote('3');
    await vote('3', 'U0BO');
    await command({ kind: 'reveal', of: { story: 2, round: 1 } });
    await freeze(local.store, await now(), { story: 2, round: 1 });
    expect(await results()).toEqual(['Audit log 3', 'Add SSO login 8']);
  });

  it('should not be one that is being voted on again', async () => {
    const { join, now, command } = await revealed({ [me]: '5', U0BO: '5' });
    await join();
    await freeze(local.store, await now(), { story: 1, round: 1 });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    expect(await results()).toEqual([]);
  });

  it('should not be that of an earlier round, while the one that was revealed after it is not frozen', async () => {
    const { join, now, vote, command } = await revealed({ [me]: '5', U0BO: '5' });
    await join();
    await freeze(local.store, await now(), { story: 1, round: 1 });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    await vote('8');
    await vote('8', 'U0BO');
    await command({ kind: 'reveal', of: { story: 1, round: 2 } });
    expect(await results()).toEqual([]);
    await freeze(local.store, await now(), { story: 1, round: 2 });
    expect(await results()).toEqual(['Add SSO login 8']);
  });

  it('should go with a session that was cancelled', async () => {
    const { join, now, command } = await revealed({ [me]: '5', U0BO: '5' });
    await join();
    await freeze(local.store, await now(), { story: 1, round: 1 });
    await command({ kind: 'cancel' });
    expect(await results()).toEqual([]);
  });
});

describe('The language of somebody’s sessions', () => {
  it('should be that of the newest', async () => {
    await session({ creatorId: me, language: 'fr' });
    await new Promise((resolve) => setTimeout(resolve, 2));
    await session({ creatorId: me, language: 'de' });
    expect((await read()).language).toBe('de');
  });
});
