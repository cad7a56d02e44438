import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBoard } from '../../src/session/board.ts';
import { control } from '../../src/session/control.ts';
import type { Command } from '../../src/session/decide.ts';
import { freeze } from '../../src/session/freeze.ts';
import { castVote } from '../../src/session/participation.ts';
import { parseRoundKey } from '../../src/session/session.ts';
import { MINUTE } from '../../src/time.ts';
import { type LocalStore, startLocalStore } from '../store/local-store.ts';
import { ADA, aSession, BO, CHANNEL, CY, clickedAt, MESSAGE, TEAM } from './a-session.ts';

let local: LocalStore;
beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());

/** A session of three stories, played a click at a time. */
async function play() {
  const { store, clock } = local;
  const session = aSession({ sessionId: ulid(), createdAt: clock.now() });
  const { sessionId } = session;
  await store.createSession(
    session,
    session.order.map((number) => ({ number, title: `Story ${number}` })),
  );
  let steps = 0;
  const click = (userId: string) => ({
    ...{ sessionId, userId, at: clickedAt(++steps) },
    ...{ teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE },
  });
  const now = async () => (await store.session(sessionId)) ?? session;
  const board = async () => readBoard(store, await now());
  const vote = async (userId: string, card: string) => castVote(store, click(userId), await now(), card);
  const command = (wish: Command) => control(store, clock.now, sessionId, click(ADA), wish);
  async function reveal(cards: Record<string, string>) {
    for (const [userId, card] of Object.entries(cards)) await vote(userId, card);
    await command({ kind: 'reveal', of: await now() });
    return board();
  }
  /** As the publisher does before it looks. */
  async function freezeAll() {
    const session = await now();
    for (const key of session.unfrozen) await freeze(store, session, parseRoundKey(key));
  }
  return { board, vote, command, reveal, freezeAll };
}

/** What is different wherever the session is another one. */
const anonymous = (board: object) => ({ ...board, sessionId: '' });

describe('Before the reveal', () => {
  it('should show the same, whichever cards were chosen and however often', async () => {
    const [one, other] = [await play(), await play()];
    await one.vote(BO, '1');
    await one.vote(CY, '?');
    await other.vote(CY, '21');
    await other.vote(BO, '8');
    await other.vote(CY, '13');
    expect(anonymous(await one.board())).toEqual(anonymous(await other.board()));
  });
});

describe('Whoever taps a card', () => {
  it('should be awaited in later rounds, though the round was skipped', async () => {
    const { vote, board, command } = await play();
    await vote(BO, '5');
    await board();
    await command({ kind: 'skip', story: 1 });
    expect(await board()).toMatchObject({ story: 2, voted: [], awaited: [BO] });
  });

  it('should be awaited in later rounds, though nobody looked before the next began', async () => {
    const { vote, board, command, freezeAll } = await play();
    await vote(BO, '5');
    await command({ kind: 'reveal', of: { story: 1, round: 1 } });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    await freezeAll();
    expect(await board()).toMatchObject({ round: 2, voted: [], awaited: [BO] });
  });
});

describe('After the reveal', () => {
  it('should show the frozen votes, and freeze them if nobody has', async () => {
    const { reveal } = await play();
    const board = await reveal({ [BO]: '5', [CY]: '8' });
    expect(board).toMatchObject({
      status: 'revealed',
      votes: [
        { userId: BO, card: '5' },
        { userId: CY, card: '8' },
      ],
      statistics: { median: '8', average: 6.5 },
    });
    expect(board).not.toHaveProperty('estimate');
  });

  it('should take a consensus for the estimate, unless the creator says otherwise', async () => {
    const { reveal, board, command } = await play();
    expect(await reveal({ [BO]: '5', [CY]: '5' })).toMatchObject({ estimate: '5' });
    await command({ kind: 'agree', of: { story: 1, round: 1 }, card: '8' });
    expect(await board()).toMatchObject({ estimate: '8' });
  });

  it('should list the earlier rounds of the story, and no other’s', async () => {
    const { reveal, command } = await play();
    await reveal({ [BO]: '3', [CY]: '8' });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    const second = await reveal({ [BO]: '?' });
    expect(second).toMatchObject({ round: 2, earlier: [{ round: 1, statistics: { lowest: '3' } }] });
    await command({ kind: 'next', of: { story: 1, round: 2 } });
    expect(await reveal({ [BO]: '5' })).toMatchObject({ story: 2, earlier: [] });
  });
});

describe('The summary', () => {
  it('should have every story, what was agreed on, and who voted how long', async () => {
    const { reveal, command, vote, board } = await play();
    await reveal({ [BO]: '3', [CY]: '8' });
    await command({ kind: 'agree', of: { story: 1, round: 1 }, card: '5' });
    await command({ kind: 'next', of: { story: 1, round: 1 } });
    await command({ kind: 'skip', story: 3 });
    await reveal({ [BO]: '8', [ADA]: '8' });
    await command({ kind: 'voteAgain', of: { story: 2, round: 1 } });
    await vote('U0EVE', '13');
    local.clock.advance(24 * MINUTE);
    await command({ kind: 'end' });
    expect(await board()).toMatchObject({
      stories: [
        { title: 'Story 1', estimate: '5', rounds: 1, skipped: false },
        { title: 'Story 2', estimate: '8', rounds: 1, skipped: false },
        { title: 'Story 3', rounds: 0, skipped: true },
      ],
      // Eve's card was never revealed.
      people: [ADA, BO, CY],
      minutes: 24,
    });
  });
});
