import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/game/decide.ts';
import type { Session } from '../../src/game/session.ts';
import { readBoard } from '../../src/play/board.ts';
import { control } from '../../src/play/control.ts';
import { freezeAll } from '../../src/play/freeze.ts';
import { admit } from '../../src/play/presence.ts';
import { giveReason } from '../../src/play/reasons.ts';
import { castVote } from '../../src/play/voting.ts';
import { HOUR, MINUTE } from '../../src/time.ts';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import {
  ADA,
  aSession,
  BO,
  CHANNEL,
  CY,
  clickedAt,
  DEE,
  MESSAGE,
  TEAM,
  withOptions,
} from '../game/a-session.ts';

let local: LocalStore;
beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());

/** A session of three stories, played a click at a time. */
async function play(changes: Partial<Session> = {}) {
  const { store, clock } = local;
  const session = aSession({ sessionId: ulid(), createdAt: clock.now(), ...changes });
  const { sessionId } = session;
  await store.createSession(
    session,
    session.order.map((number) => ({ number, title: `Story ${number}` })),
  );
  let steps = 0;
  const click = (userId: string) => ({
    sessionId,
    userId,
    at: clickedAt(++steps),
    teamId: TEAM,
    channelId: CHANNEL,
    messageTs: MESSAGE,
  });
  const now = async () => (await store.session(sessionId)) ?? session;
  /** As the publisher does: what is revealed is frozen first, and who has joined by a tap is admitted. */
  async function board() {
    const session = await now();
    await freezeAll(store, session);
    const { board, newVoters } = await readBoard(store, session);
    await admit(store, session, newVoters);
    return board;
  }
  const vote = async (userId: string, card: string) => castVote(store, click(userId), await now(), card);
  const explain = async (userId: string, card: string, text: string) => {
    const { at, ...by } = click(userId);
    return giveReason(store, { ...by, ...(await now()), userId, card }, { text, at });
  };
  const command = (wish: Command) => control(store, clock.now, sessionId, click(ADA), wish);
  /** Leaves, and `meanwhile` happens before that is written. */
  async function leave(userId: string, meanwhile: () => Promise<unknown>) {
    const { at, ...by } = click(userId);
    const { story, round } = await now();
    await meanwhile();
    await store.writeSlot(sessionId, { ...by, story, round, at, out: 'left' });
  }
  async function reveal(cards: Record<string, string>) {
    for (const [userId, card] of Object.entries(cards)) await vote(userId, card);
    await command({ kind: 'reveal', of: await now() });
    return board();
  }
  return { now, board, vote, explain, command, leave, reveal };
}

describe('Reading the board', () => {
  it('should write nothing, and say who has joined by a tap', async () => {
    const { vote, now } = await play();
    await vote(BO, '5');
    const session = await now();
    const reading = await readBoard(local.store, session);
    expect(reading.board).toMatchObject({ voted: [BO], awaited: [] });
    expect(reading.newVoters).toEqual([{ userId: BO, role: 'voter', at: expect.any(String) }]);
    expect(await local.store.participants(session.sessionId)).toEqual([]);
    await admit(local.store, session, reading.newVoters);
    expect(await readBoard(local.store, session)).toEqual({ ...reading, newVoters: [] });
  });

  it('should not show votes that are still to be frozen', async () => {
    const { vote, command, now } = await play();
    await vote(BO, '5');
    await command({ kind: 'reveal', of: { story: 1, round: 1 } });
    await expect(readBoard(local.store, await now())).rejects.toThrow('round 1#1 is not frozen');
    expect(await local.store.results((await now()).sessionId)).toEqual([]);
  });
});

/** What is different wherever the session is another one. */
const withoutId = (board: object) => ({ ...board, sessionId: '' });

describe('Before the reveal', () => {
  it('should show the same, whichever cards were chosen and however often', async () => {
    const [one, other] = [await play(), await play()];
    await one.vote(BO, '1');
    await one.vote(CY, '?');
    await other.vote(CY, '21');
    await other.vote(BO, '8');
    await other.vote(CY, '13');
    expect(withoutId(await one.board())).toEqual(withoutId(await other.board()));
  });
});

describe('What the session was started with', () => {
  it('should be on its message while people vote', async () => {
    const references = [{ title: 'Import', card: '5' }];
    const issueLinks = { pattern: 'PROJ-(\\d+)', url: 'https://tracker/$1' };
    const shown = { references, issueLinks, deadlineAt: 7 * HOUR, language: 'pt' } as const;
    const { board } = await play({
      ...shown,
      ...withOptions({ anyoneReveals: true, autoReveal: true, anonymous: true }),
    });
    expect(await board()).toMatchObject({
      status: 'voting',
      ...shown,
      anyoneReveals: true,
      autoReveal: true,
      anonymous: true,
      revealing: false,
    });
  });

  it('should be there for those who wait in the lobby', async () => {
    const { board } = await play({ status: 'lobby', deadlineAt: 7 * HOUR, language: 'ja' });
    expect(await board()).toMatchObject({ status: 'lobby', deadlineAt: 7 * HOUR, language: 'ja' });
  });

  it('should say so when the countdown runs', async () => {
    const { board } = await play({ ...withOptions({ autoReveal: true }), revealAt: 5000 });
    expect(await board()).toMatchObject({ revealing: true });
  });

  it('should keep its language when nothing else is left', async () => {
    const { board, command } = await play({ language: 'de' });
    await command({ kind: 'cancel' });
    expect(await board()).toEqual({
      status: 'cancelled',
      language: 'de',
      title: 'Story 1',
      creatorId: ADA,
      hostName: 'ada',
      sessionId: expect.any(String),
    });
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
    const { vote, board, command } = await play();
    await vote(BO, '5');
    await command({ kind: 'reveal', of: { story: 1, round: 1 } });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    expect(await board()).toMatchObject({ round: 2, voted: [], awaited: [BO] });
  });
});

describe('After the reveal', () => {
  it('should show the frozen votes', async () => {
    const { reveal } = await play();
    const board = await reveal({ [BO]: '5', [CY]: '8' });
    expect(board).toMatchObject({
      status: 'revealed',
      votes: [
        { userId: BO, card: '5' },
        { userId: CY, card: '8' },
      ],
      statistics: { median: 6.5, suggested: '8', average: 6.5 },
    });
    expect(board).not.toHaveProperty('estimate');
  });

  it('should tell from which card everybody has moved since the last round', async () => {
    const { reveal, command } = await play();
    await reveal({ [BO]: '3', [CY]: '8' });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    const second = await reveal({ [ADA]: '5', [BO]: '5', [CY]: '8' });
    expect(second).toMatchObject({
      votes: [
        { userId: ADA, card: '5' },
        { userId: BO, card: '5', before: '3' },
        { userId: CY, card: '8', before: '8' },
      ],
    });
    expect('votes' in second && second.votes[0]).not.toHaveProperty('before');
    await command({ kind: 'voteAgain', of: { story: 1, round: 2 } });
    expect(await reveal({ [BO]: '8' })).toMatchObject({ votes: [{ userId: BO, before: '5' }] });
    await command({ kind: 'next', of: { story: 1, round: 3 } });
    expect(await reveal({ [BO]: '1' })).toMatchObject({ votes: [{ card: '1', userId: BO }] });
  });

  it('should show reasons with their cards, where there are any', async () => {
    const { reveal, vote, explain } = await play(withOptions({ reasons: true }));
    await vote(BO, '3');
    await explain(BO, '3', 'like last time');
    expect(await reveal({ [CY]: '8' })).toMatchObject({
      votes: [
        { userId: BO, card: '3', reason: 'like last time' },
        { userId: CY, card: '8' },
      ],
    });
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

describe('Anonymous results', () => {
  const anonymous = withOptions({ anonymous: true, reasons: true });

  it('should be cards in the order of the deck, and nothing that tells whose', async () => {
    const { reveal, command } = await play(anonymous);
    const first = await reveal({ [ADA]: '8', [BO]: '13', [CY]: '3' });
    expect(first).toMatchObject({ anonymous: true });
    expect('votes' in first && first.votes).toEqual([{ card: '3' }, { card: '8' }, { card: '13' }]);
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    const second = await reveal({ [ADA]: '5', [BO]: '5', [CY]: '?' });
    expect('votes' in second && second.votes).toEqual([{ card: '5' }, { card: '5' }, { card: '?' }]);
  });

  it('should show nothing of two votes, though there were three at the reveal', async () => {
    const { vote, command, leave, board } = await play(anonymous);
    for (const voter of [BO, CY, DEE]) await vote(voter, '5');
    // Read before the reveal, written after it.
    await leave(DEE, () => command({ kind: 'reveal', of: { story: 1, round: 1 } }));
    const result = await board();
    expect(result).toMatchObject({ status: 'revealed', tooFew: true, votes: [] });
    expect(result).not.toHaveProperty('statistics');
    expect(result).not.toHaveProperty('estimate');
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    expect(await board()).toMatchObject({ earlier: [{ round: 1, cards: [] }] });
    await command({ kind: 'end' });
    expect(await board()).toMatchObject({ stories: [{ rounds: 1 }, {}, {}] });
  });

  it('should be the same, whoever had which card and which reason', async () => {
    const boards = [];
    for (const [one, other] of [
      [BO, CY],
      [CY, BO],
    ] as const) {
      const { vote, explain, reveal } = await play(anonymous);
      await vote(one, '5');
      await vote(other, '5');
      await vote(ADA, '5');
      await explain(one, '5', 'like last time');
      await explain(other, '5', 'as large as the import');
      boards.push(withoutId(await reveal({})));
    }
    expect(boards[0]).toEqual(boards[1]);
    expect(boards[0]).toMatchObject({
      votes: [
        { card: '5' },
        { card: '5', reason: 'as large as the import' },
        { card: '5', reason: 'like last time' },
      ],
    });
  });

  it('should have no id of a voter in them anywhere', async () => {
    const { reveal, command } = await play(anonymous);
    await reveal({ [BO]: '13', [CY]: '3', [DEE]: '3' });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    const board = JSON.stringify(await reveal({ [BO]: '5', [CY]: '5', [DEE]: '5' }));
    for (const voter of [BO, CY, DEE]) expect(board).not.toContain(voter);
  });
});

describe('The summary', () => {
  it('should not count a story that was skipped instead of voted on again', async () => {
    const { command, reveal, board } = await play({ order: [1, 2], lastStory: 2 });
    await reveal({ [BO]: '5', [CY]: '5' });
    await command({ kind: 'voteAgain', of: { story: 1, round: 1 } });
    await command({ kind: 'skip', story: 1 });
    await reveal({ [BO]: '8', [CY]: '8' });
    await command({ kind: 'end' });
    const { stories = [] } = { ...(await board()) } as { stories?: readonly object[] };
    expect(stories).toMatchObject([
      { title: 'Story 2', estimate: '8' },
      { title: 'Story 1', skipped: true },
    ]);
    expect(stories[1]).not.toHaveProperty('estimate');
  });

  it('should have every story, what was agreed on, and who voted how long', async () => {
    const times = [{ story: 1, startedAt: local.clock.now() }];
    const { reveal, command, vote, board } = await play({ times });
    local.clock.advance(2 * MINUTE);
    await reveal({ [BO]: '3', [CY]: '8' });
    local.clock.advance(1 * MINUTE);
    await command({ kind: 'agree', of: { story: 1, round: 1 }, card: '5' });
    await command({ kind: 'next', of: { story: 1, round: 1 } });
    await command({ kind: 'skip', story: 3 });
    local.clock.advance(2 * MINUTE);
    await reveal({ [BO]: '8', [ADA]: '8' });
    await command({ kind: 'voteAgain', of: { story: 2, round: 1 } });
    await vote('U0EVE', '13');
    local.clock.advance(19 * MINUTE);
    await command({ kind: 'end' });
    expect(await board()).toMatchObject({
      stories: [
        { title: 'Story 1', estimate: '5', rounds: 1, skipped: false, ms: 3 * MINUTE },
        { title: 'Story 2', estimate: '8', rounds: 1, skipped: false, ms: 2 * MINUTE },
        { title: 'Story 3', rounds: 0, skipped: true },
      ],
      // Eve's card was never revealed.
      people: [ADA, BO, CY],
      minutes: 24,
    });
  });
});
