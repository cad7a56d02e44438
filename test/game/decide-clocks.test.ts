import { describe, expect, it } from 'vitest';
import { afterChanges, type Changes, type Decision } from '../../src/game/changes.ts';
import { revealByTime } from '../../src/game/clock/round-clocks.ts';
import { type Command, decide } from '../../src/game/decide.ts';
import type { Session } from '../../src/game/session.ts';
import { timeTaken } from '../../src/game/story/story-times.ts';
import { HOUR, MINUTE, SECOND } from '../../src/time.ts';
import { ADA, aSession, BO } from './a-session.ts';

const NOW = 60 * MINUTE;
const of = { story: 1, round: 1 };

const changesOf = (decision: Decision): Changes => {
  if (decision.kind !== 'change') throw new Error(JSON.stringify(decision));
  return decision.changes;
};
const byAda = (session: Session, command: Command, now = NOW) =>
  changesOf(decide(session, ADA, command, now, { takesPart: false, votes: 3, hasEstimate: false }));

/** What begins a round, and when that is possible. */
const BEGINNINGS: [Command, Session['status']][] = [
  [{ kind: 'start' }, 'lobby'],
  [{ kind: 'voteAgain', of }, 'revealed'],
  [{ kind: 'next', of }, 'revealed'],
  [{ kind: 'skip', story: 1 }, 'voting'],
];
/** What ends one, or passes it over before it began. */
const ENDINGS: [Command, Session['status']][] = [
  [{ kind: 'reveal', of }, 'voting'],
  [{ kind: 'end' }, 'voting'],
  [{ kind: 'cancel' }, 'voting'],
  [{ kind: 'skip', story: 1 }, 'lobby'],
];
/** What has nothing to do with the running round. */
const OTHERS: [Command, Session['status']][] = [
  [{ kind: 'agree', of, card: '5' }, 'revealed'],
  [{ kind: 'skip', story: 2 }, 'voting'],
  [{ kind: 'move', story: 3, to: 'next' }, 'voting'],
  [{ kind: 'reserveStories', count: 1 }, 'voting'],
  [{ kind: 'queueStories', stories: [4] }, 'voting'],
  [{ kind: 'nudge' }, 'voting'],
  [{ kind: 'handOver', to: BO }, 'voting'],
];

describe('The deadline of a new round', () => {
  const deadlines: [string, Partial<Session>, object][] = [
    ['none, where there was none', {}, {}],
    ['its own time limit', { timeLimit: 2 * HOUR }, { deadlineAt: NOW + 2 * HOUR }],
    [
      'its own, whatever the last one had',
      { timeLimit: HOUR, deadlineAt: NOW + 5 },
      { deadlineAt: NOW + HOUR },
    ],
    ['the clock time that is still to come', { deadlineAt: NOW + 1 }, {}],
    ['none, once the clock time has come', { deadlineAt: NOW }, { deadlineAt: null }],
    ['none, if it is long past', { deadlineAt: NOW - HOUR }, { deadlineAt: null }],
  ];

  describe.each(BEGINNINGS)('after %j', (command, status) => {
    it.each(deadlines)('%s', (_, session, expected) => {
      const { deadlineAt } = byAda(aSession({ status, ...session }), command);
      expect(deadlineAt === undefined ? {} : { deadlineAt }).toEqual(expected);
    });
  });

  it.each([...ENDINGS, ...OTHERS])('does not come with %j', (command, status) => {
    for (const session of [{ timeLimit: HOUR, deadlineAt: NOW + 5 }, { deadlineAt: NOW - HOUR }]) {
      expect(byAda(aSession({ status, ...session }), command)).not.toHaveProperty('deadlineAt');
    }
  });
});

describe('A countdown', () => {
  it.each([...BEGINNINGS, ...ENDINGS])(
    'is over after %j, also one that the decision has not seen',
    (command, status) => {
      for (const session of [{}, { revealAt: NOW + 5 * SECOND }]) {
        expect(byAda(aSession({ status, ...session }), command).revealAt).toBeNull();
      }
    },
  );

  it.each(OTHERS)('goes on after %j', (command, status) => {
    const session = aSession({ status, revealAt: NOW + 5 * SECOND });
    expect(byAda(session, command)).not.toHaveProperty('revealAt');
  });
});

describe('A reveal by time', () => {
  const session = aSession({ times: [{ story: 1, startedAt: 0 }], deadlineAt: NOW, revealAt: NOW });
  const clicked = byAda(session, { kind: 'reveal', of });

  it.each([
    ['revealAt', {}],
    ['deadlineAt', { ranOut: '1#1' }],
  ] as const)('of %s is a click on Reveal, of nobody', (clock, besides) => {
    const { creatorActedAt: _, ...same } = clicked;
    expect(revealByTime(session, clock, NOW)).toEqual({ ...same, ...besides });
  });
});

describe('Reminding those who have not voted', () => {
  const nudged = (at: number) => aSession({ nudgedAt: at });
  const nudge = (session: Session) => decide(session, ADA, { kind: 'nudge' }, NOW);

  it.each([
    // ms since the last time, and the minutes that are left
    [0, 5],
    [1, 5],
    [MINUTE, 4],
    [4 * MINUTE, 1],
    [5 * MINUTE - 1, 1],
  ])('after %d ms is refused for %d minutes more', (ago, minutes) => {
    const refusal = { code: 'nudged_already', minutes };
    expect(nudge(nudged(NOW - ago))).toEqual({ kind: 'refusal', refusal });
  });

  it.each([
    ['for the first time', aSession()],
    ['after five minutes', nudged(NOW - 5 * MINUTE)],
  ])('%s is done', (_, session) => {
    expect(nudge(session)).toEqual({ kind: 'change', changes: { nudgedAt: NOW, creatorActedAt: NOW } });
  });
});

describe('The time that a story takes', () => {
  /** The times after these commands, each at its minute. */
  function play(first: Session, ...commands: [number, Command][]): Session {
    let session = first;
    for (const [minute, command] of commands) {
      session = afterChanges(session, byAda(session, command, minute * MINUTE));
    }
    return session;
  }
  const lobby = aSession({ status: 'lobby' });
  const start: Command = { kind: 'start' };
  const reveal = (round = 1): Command => ({ kind: 'reveal', of: { story: 1, round } });
  const voteAgain: Command = { kind: 'voteAgain', of };
  const minutes = (session: Session, story = 1) => {
    const ms = timeTaken(session, story);
    return ms === undefined ? undefined : ms / MINUTE;
  };

  it('should run from the first cards to the reveal, the lobby not included', () => {
    expect(minutes(play(lobby, [7, start], [10, reveal()]))).toBe(3);
  });

  it('should include every round, up to what was agreed on last', () => {
    const again = play(lobby, [7, start], [10, reveal()], [11, voteAgain], [15, reveal(2)]);
    expect(minutes(again)).toBe(8);
    const agreed = play(again, [17, { kind: 'agree', of: { story: 1, round: 2 }, card: '8' }]);
    expect(minutes(agreed)).toBe(10);
  });

  it('should be unknown before a reveal, and of a story that was skipped', () => {
    expect(minutes(play(lobby, [7, start]))).toBeUndefined();
    const skipped = play(lobby, [7, start], [9, { kind: 'skip', story: 1 }]);
    expect(minutes(skipped)).toBeUndefined();
    expect(skipped.times).toContainEqual({ story: 2, startedAt: 9 * MINUTE });
  });

  it('should begin with its own cards for the next story', () => {
    const next: Command = { kind: 'next', of };
    const session = play(lobby, [7, start], [10, reveal()], [12, next]);
    const revealed = play(session, [13, { kind: 'reveal', of: { story: 2, round: 1 } }]);
    expect(minutes(revealed)).toBe(3);
    expect(minutes(revealed, 2)).toBe(1);
  });

  it('should never be negative, though clocks differ', () => {
    expect(minutes(play(lobby, [7, start], [6, reveal()]))).toBe(0);
  });
});
