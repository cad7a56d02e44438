import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/game/changes.ts';
import { type Command, decide } from '../../src/game/decide.ts';
import { MAX_STORIES, type Session } from '../../src/game/session.ts';
import { ADA, aSession } from './a-session.ts';

const NOW = 1_000;

/** Five stories; the first is played, the second is running. */
const session = (changes: Partial<Session> = {}) =>
  aSession({ story: 2, order: [1, 2, 3, 4, 5], lastStory: 5, ...changes });

const byAda = (command: Command, of = session()) => decide(of, ADA, command, NOW);
const order = (decision: Decision) => (decision.kind === 'change' ? decision.changes.order : undefined);
const refused = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) });

describe('Moving a story', () => {
  it.each([
    [5, 'earlier', [1, 2, 3, 5, 4]],
    [4, 'earlier', [1, 2, 4, 3, 5]],
    [3, 'earlier', [1, 2, 3, 4, 5]],
    [3, 'later', [1, 2, 4, 3, 5]],
    [5, 'later', [1, 2, 3, 4, 5]],
    [5, 'next', [1, 2, 5, 3, 4]],
    [3, 'next', [1, 2, 3, 4, 5]],
  ] as const)('%d %s', (story, to, expected) => {
    expect(order(byAda({ kind: 'move', story, to }))).toEqual(expected);
  });

  it.each([1, 2, 6, 0])('%d is not waiting', (story) => {
    expect(byAda({ kind: 'move', story, to: 'next' })).toEqual(refused('no_such_story'));
  });
});

describe('Skipping a story', () => {
  it('should take it off the queue', () => {
    expect(byAda({ kind: 'skip', story: 4 })).toMatchObject({
      changes: { order: [1, 2, 3, 5], skipped: [4] },
    });
  });

  it('should go on to the next one if it is running', () => {
    expect(byAda({ kind: 'skip', story: 2 })).toMatchObject({
      changes: { order: [1, 3, 4, 5], skipped: [2], story: 3, round: 1 },
    });
  });

  it('should end the session if it was the last', () => {
    const last = session({ story: 5, skipped: [9] });
    expect(byAda({ kind: 'skip', story: 5 }, last)).toMatchObject({
      changes: { order: [1, 2, 3, 4], skipped: [9, 5], status: 'ended', endedAt: NOW },
    });
  });

  it('should be harmless the second time', () => {
    const skipped = session({ order: [1, 2, 3, 5], skipped: [4] });
    expect(byAda({ kind: 'skip', story: 4 }, skipped)).toEqual({ kind: 'done' });
  });

  it.each([
    ['one that is played', 1, 'no_such_story'],
    ['one that is not there', 6, 'no_such_story'],
  ])('%s is refused', (_, story, code) => {
    expect(byAda({ kind: 'skip', story })).toEqual(refused(code));
  });

  it('should be refused for the one that was just revealed', () => {
    const revealed = session({ status: 'revealed' });
    expect(byAda({ kind: 'skip', story: 2 }, revealed)).toEqual(refused('not_now'));
  });
});

describe('The next story', () => {
  it.each([
    ['the one after the running one', session(), 3],
    ['whatever was moved there', session({ order: [1, 2, 5, 3, 4] }), 5],
  ])('is %s', (_, before, story) => {
    const next = byAda({ kind: 'next', of: { story: 2, round: 1 } }, { ...before, status: 'revealed' });
    expect(next).toMatchObject({ changes: { status: 'voting', story, round: 1 } });
  });

  it('should not exist after the last', () => {
    const last = session({ story: 5, status: 'revealed' });
    expect(byAda({ kind: 'next', of: { story: 5, round: 1 } }, last)).toEqual(refused('no_next_story'));
  });
});

describe('Adding stories', () => {
  const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const full = session({ order: numbered(1, 28), lastStory: 28 });

  it.each([
    ['as many as fit', full, 2, 'change'],
    ['one too many', full, 3, 'refusal'],
    ['any to a full session', session({ order: numbered(1, MAX_STORIES) }), 1, 'refusal'],
    ['beside skipped ones, which fill the summary too', { ...full, skipped: [29, 30] }, 1, 'refusal'],
  ])('%s: %d', (_, before, count, outcome) => {
    expect(byAda({ kind: 'reserveStories', count }, before).kind).toBe(outcome);
  });

  it('should say how many still fit', () => {
    expect(byAda({ kind: 'reserveStories', count: 9 }, full)).toEqual({
      kind: 'refusal',
      refusal: { code: 'too_many_stories', most: 2 },
    });
  });

  it('should queue nothing twice, though the network repeats a write', () => {
    const again = (stories: number[], changes?: Partial<Session>) =>
      byAda({ kind: 'queueStories', stories }, session({ lastStory: 6, ...changes }));
    expect(again([4, 5])).toEqual({ kind: 'done' });
    expect(again([5, 6])).toMatchObject({ changes: { order: [1, 2, 3, 4, 5, 6] } });
    // Skipped since: it stays so.
    expect(again([4, 5], { order: [1, 2, 3, 4], skipped: [5] })).toEqual({ kind: 'done' });
  });

  it('should never overfill a session, though two additions were under way', () => {
    const stories = [31, 32];
    const filledMeanwhile = session({ order: numbered(1, 29), lastStory: 32 });
    expect(byAda({ kind: 'queueStories', stories }, filledMeanwhile)).toEqual(refused('too_many_stories'));
  });
});
