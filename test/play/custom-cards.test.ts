import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/game/decide.ts';
import type { Deck } from '../../src/game/deck/deck.ts';
import { readBoard } from '../../src/play/board.ts';
import { freezeAll } from '../../src/play/freeze.ts';
import { castVote } from '../../src/play/voting.ts';
import { manualClock } from '../clock.ts';
import { ADA, aSession, BO, CHANNEL, CY, clickedAt, DEE, MESSAGE, TEAM } from '../game/a-session.ts';
import { createMemoryStore } from '../simulation/simulators/memory-store.ts';

const of = { story: 1, round: 1 };
/** Numbers out of order, a fraction, words beside them, and an abstention. */
const deck: Deck = { name: 'custom', title: 'platform', cards: ['10', '1', '½', 'risky', '?'] };
const sizes: Deck = { name: 'custom', cards: ['tiny', 'huge', '☕'] };

/** A session on a deck of the channel's own, voted on and revealed. */
async function play(deck: Deck, cards: readonly [string, string][]) {
  const store = createMemoryStore({ now: manualClock().now, sessionTtlHours: 1 });
  const session = aSession({ sessionId: ulid(), deck });
  const { sessionId } = session;
  await store.createSession(session, []);
  const answers = [];
  for (const [userId, card] of cards) {
    const at = clickedAt(answers.length + 1);
    const click = { sessionId, userId, teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE, at };
    answers.push(await castVote(store, click, of, card));
  }
  await store.commit(session, { status: 'revealed', freeze: of }, 'reveal');
  const revealed = (await store.session(sessionId)) ?? session;
  await freezeAll(store, revealed);
  return { answers, board: (await readBoard(store, revealed)).board };
}

describe('A vote on a custom deck', () => {
  it.each(deck.cards)('%j counts', async (card) => {
    const { answers, board } = await play(deck, [[BO, card]]);
    expect(answers).toMatchObject([{ kind: 'counts', card }]);
    expect(board).toMatchObject({ votes: [{ userId: BO, card }] });
  });

  it.each(['5', '0.5', 'RISKY', '', '☕'])('%j is no card of it', async (card) => {
    const { answers, board } = await play(deck, [[BO, card]]);
    expect(answers).toEqual([{ kind: 'refusal', refusal: { code: 'card_not_in_deck' } }]);
    expect(board).toMatchObject({ votes: [] });
  });
});

describe('The numbers of a custom deck', () => {
  it('should be those of its numeric cards, by their worth', async () => {
    const { board } = await play(deck, [
      [ADA, '10'],
      [BO, '½'],
      [CY, 'risky'],
      [DEE, '?'],
    ]);
    expect(board).toMatchObject({
      deck,
      statistics: { counted: 2, lowest: '½', highest: '10', median: 5.25, suggested: '1', average: 5.25 },
    });
  });

  it('should be places in the row, where no card is a number', async () => {
    const { board } = await play(sizes, [
      [ADA, 'huge'],
      [BO, 'tiny'],
      [CY, '☕'],
    ]);
    expect(board).toMatchObject({
      statistics: { counted: 2, lowest: 'tiny', highest: 'huge', median: ['tiny', 'huge'] },
    });
    expect('statistics' in board && board.statistics).not.toHaveProperty('average');
  });
});

describe('What can be agreed on', () => {
  it.each([
    [deck, ['10', '1', '½']],
    [sizes, ['tiny', 'huge']],
  ])('$cards', (deck, estimates) => {
    const session = aSession({ status: 'revealed', deck });
    const granted = [...deck.cards, '5'].filter(
      (card) => decide(session, ADA, { kind: 'agree', of, card }, 0).kind === 'change',
    );
    expect(granted).toEqual(estimates);
  });
});
