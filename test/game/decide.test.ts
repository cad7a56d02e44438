import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/game/changes.ts';
import { type Command, type CommandKind, decide } from '../../src/game/decide.ts';
import { SESSION_STATUSES, type SessionStatus } from '../../src/game/session.ts';
import { isOpen } from '../../src/game/story/left-stories.ts';
import { MINUTE } from '../../src/time.ts';
import { ADA, aSession, BO, withOptions } from './a-session.ts';

const NOW = 60 * MINUTE;
const of = { story: 1, round: 1 };
/** Somebody has voted. */
const VOTES = { takesPart: false, votes: 3, hasEstimate: false };

/** Each command as a button of the running round gives it. */
const COMMANDS: Record<CommandKind, Command> = {
  start: { kind: 'start' },
  reveal: { kind: 'reveal', of },
  agree: { kind: 'agree', of, card: '8' },
  voteAgain: { kind: 'voteAgain', of },
  next: { kind: 'next', of },
  back: { kind: 'back', of },
  end: { kind: 'end' },
  cancel: { kind: 'cancel' },
  skip: { kind: 'skip', story: 1 },
  move: { kind: 'move', story: 3, to: 'next' },
  reserveStories: { kind: 'reserveStories', count: 2 },
  queueStories: { kind: 'queueStories', stories: [4, 5] },
  nudge: { kind: 'nudge' },
  handOver: { kind: 'handOver', to: BO },
  takeOver: { kind: 'takeOver', creatorLastSeen: 0 },
};

/** `change`, `done`, or the code of the refusal. */
const gist = (decision: Decision) => (decision.kind === 'refusal' ? decision.refusal.code : decision.kind);

const RULES: [CommandKind, Record<SessionStatus, string>][] = (
  [
    // command        lobby     voting    revealed   ended          cancelled    expired
    ['start', 'change   done     done     session_over session_over session_over'],
    ['reveal', 'not_now  change   done     session_over session_over session_over'],
    ['agree', 'not_now  not_now  change   session_over session_over session_over'],
    ['voteAgain', 'not_now  not_now  change   session_over session_over session_over'],
    ['next', 'not_now  not_now  change   session_over session_over session_over'],
    ['back', 'not_now  nothing_before nothing_before session_over session_over session_over'],
    ['end', 'change   change   change   done         session_over session_over'],
    ['cancel', 'change   change   change   session_over done session_over'],
    ['skip', 'change   change   not_now  session_over session_over session_over'],
    ['move', 'change   change   change   session_over session_over session_over'],
    ['reserveStories', 'change   change   change   session_over session_over session_over'],
    ['queueStories', 'change   change   change   session_over session_over session_over'],
    ['nudge', 'not_now  change   not_now  session_over session_over session_over'],
    ['handOver', 'change   change   change   session_over session_over session_over'],
  ] as const
).map(([kind, row]) => {
  const cells = row.split(/ +/);
  return [kind, Object.fromEntries(SESSION_STATUSES.map((status, i) => [status, cells[i]]))] as never;
});

const CASES = RULES.flatMap(([kind, row]) =>
  SESSION_STATUSES.map((status) => ({ kind, status, outcome: row[status] })),
);

describe('The creator’s commands', () => {
  it.each(CASES)('$kind while $status: $outcome', ({ kind, status, outcome }) => {
    expect(gist(decide(aSession({ status }), ADA, COMMANDS[kind], NOW, VOTES))).toBe(outcome);
  });

  it.each(CASES)('$kind while $status is refused to anybody else', ({ kind, status }) => {
    const refusal = { code: 'not_creator', creatorId: ADA };
    expect(decide(aSession({ status }), BO, COMMANDS[kind], NOW, VOTES)).toEqual({
      kind: 'refusal',
      refusal,
    });
  });

  /** A countdown may have begun meanwhile, without a new version of the session. */
  const goesOn = { revealAt: null };
  const times = [{ story: 1, startedAt: 0 }];
  const decided = [{ story: 1, startedAt: 0, decidedAt: NOW }];
  const startedNext = [...times, { story: 2, startedAt: NOW }];
  const estimates = [
    { story: 1, card: '5' },
    { story: 2, card: '3' },
  ];

  const changes: [CommandKind, SessionStatus, object][] = [
    ['start', 'lobby', { status: 'voting', times, ...goesOn }],
    ['reveal', 'voting', { status: 'revealed', freeze: of, times: decided, ...goesOn }],
    [
      'agree',
      'revealed',
      {
        times: decided,
        estimates: [
          { story: 2, card: '3' },
          { story: 1, card: '8' },
        ],
      },
    ],
    [
      'voteAgain',
      'revealed',
      { status: 'voting', round: 2, estimates: [{ story: 2, card: '3' }], times, ...goesOn },
    ],
    [
      'next',
      'revealed',
      {
        status: 'voting',
        story: 2,
        round: 1,
        left: [{ ...of, revealed: true }],
        times: startedNext,
        ...goesOn,
      },
    ],
    ['end', 'voting', { status: 'ended', endedAt: NOW, ...goesOn }],
    ['cancel', 'revealed', { status: 'cancelled', endedAt: NOW, ...goesOn }],
    ['skip', 'voting', { order: [2, 3], skipped: [1], story: 2, round: 1, times: startedNext, ...goesOn }],
    ['skip', 'lobby', { order: [2, 3], skipped: [1], story: 2, round: 1, ...goesOn }],
    ['move', 'voting', { order: [1, 3, 2] }],
    ['reserveStories', 'lobby', { lastStory: 5 }],
    ['queueStories', 'voting', { order: [1, 2, 3, 4, 5] }],
    ['nudge', 'voting', { nudgedAt: NOW }],
    ['handOver', 'revealed', { creatorId: BO, hostName: null }],
  ];

  it.each(changes)('%s while %s changes this and nothing else', (kind, status, expected) => {
    expect(decide(aSession({ status, estimates, times }), ADA, COMMANDS[kind], NOW, VOTES)).toEqual({
      kind: 'change',
      changes: { ...expected, creatorActedAt: NOW },
    });
  });

  it('should hand over to oneself without effect', () => {
    expect(decide(aSession(), ADA, { kind: 'handOver', to: ADA }, NOW)).toEqual({ kind: 'done' });
  });
});

describe('A button of another round', () => {
  const stale = [
    { story: 1, round: 2 },
    { story: 2, round: 1 },
    { story: 2, round: 2 },
  ];
  const commands = (['reveal', 'agree', 'voteAgain', 'next'] as const).flatMap((kind) =>
    stale.map((other) => ({ ...COMMANDS[kind], of: other }) as Command & { of: typeof of }),
  );

  it.each(commands)('$kind of $of.story#$of.round changes nothing', (command) => {
    for (const status of ['voting', 'revealed'] as const) {
      expect(gist(decide(aSession({ status }), ADA, command, NOW))).toBe('round_over');
    }
  });
});

describe('Going back', () => {
  const times = [{ story: 1, startedAt: 0 }];
  const second = { story: 2, round: 1 };
  const left = [{ ...of, round: 3, revealed: true }];
  const back: Command = { kind: 'back', of: second };
  const stays = { creatorActedAt: NOW, revealAt: null };

  it.each([
    ['voting', false],
    ['revealed', true],
  ] as const)('while %s should show the last result, and remember where it came from', (status, revealed) => {
    const session = aSession({ status, ...second, left, times });
    expect(decide(session, ADA, back, NOW)).toEqual({
      kind: 'change',
      changes: { status: 'revealed', story: 1, round: 3, left: [...left, { ...second, revealed }], ...stays },
    });
  });

  it.each([
    ['goes on with the vote that was left', false, 'voting'],
    ['shows its result, if it has one', true, 'revealed'],
  ])('and on again %s', (_, revealed, status) => {
    const there = [{ ...second, round: 2, revealed }];
    const session = aSession({ status: 'revealed', left: there, times });
    const decision = decide(session, ADA, COMMANDS.next, NOW);
    expect(decision).toMatchObject({ kind: 'change', changes: { status, story: 2, round: 2 } });
    expect(decision).not.toHaveProperty('changes.freeze');
  });

  it('should be done already, if the button was tapped twice', () => {
    const session = aSession({ status: 'revealed', left: [{ ...second, revealed: false }] });
    expect(gist(decide(session, ADA, back, NOW))).toBe('done');
    expect(gist(decide(session, ADA, { kind: 'back', of: { story: 3, round: 1 } }, NOW))).toBe('round_over');
  });

  it('should be for the creator', () => {
    expect(gist(decide(aSession({ ...second, left }), BO, back, NOW))).toBe('not_creator');
  });

  it('should leave the votes of the round that was left open', () => {
    const session = aSession({ status: 'revealed', left: [{ ...second, revealed: false }] });
    expect(isOpen(session, second)).toBe(true);
    expect(isOpen(session, { ...second, round: 2 })).toBe(false);
    expect(isOpen({ ...session, order: [1, 3] }, second)).toBe(false);
    expect(isOpen({ ...session, status: 'ended' }, second)).toBe(false);
    expect(isOpen({ ...session, left: [{ ...second, revealed: true }] }, second)).toBe(false);
  });
});

describe('A reveal of an anonymous round', () => {
  const anonymous = aSession(withOptions({ anonymous: true }));
  it.each([
    [0, 'no_votes'],
    [1, 'too_few_to_hide'],
    [2, 'too_few_to_hide'],
    [3, 'change'],
  ])('with %i votes: %s', (votes, outcome) => {
    expect(gist(decide(anonymous, ADA, COMMANDS.reveal, NOW, { ...VOTES, votes }))).toBe(outcome);
    const named = outcome === 'too_few_to_hide' ? 'change' : outcome;
    expect(gist(decide(aSession(), ADA, COMMANDS.reveal, NOW, { ...VOTES, votes }))).toBe(named);
  });
});

describe('A reveal of a round without votes', () => {
  const NO_VOTES = { takesPart: true, votes: 0, hasEstimate: false };

  it.each([
    ['lobby', 'not_now'],
    ['voting', 'no_votes'],
    ['revealed', 'done'],
    ['ended', 'session_over'],
  ] as const)('while %s: %s', (status, outcome) => {
    expect(gist(decide(aSession({ status }), ADA, COMMANDS.reveal, NOW, NO_VOTES))).toBe(outcome);
  });

  it('should be refused to whoever joined, too', () => {
    const shared = aSession(withOptions({ anyoneReveals: true }));
    expect(gist(decide(shared, BO, COMMANDS.reveal, NOW, NO_VOTES))).toBe('no_votes');
  });
});

describe('Agreeing', () => {
  it.each(['XL', '4', '?', '☕', ''])('on %j, which is no estimate of the deck, is refused', (card) => {
    const decision = decide(aSession({ status: 'revealed' }), ADA, { kind: 'agree', of, card }, NOW);
    expect(gist(decision)).toBe('card_not_in_deck');
  });

  it('should replace an earlier estimate of the story, and no other', () => {
    const session = aSession({
      status: 'revealed',
      estimates: [
        { story: 1, card: '3' },
        { story: 2, card: '1' },
      ],
    });
    expect(decide(session, ADA, { kind: 'agree', of, card: '13' }, NOW)).toMatchObject({
      changes: {
        estimates: [
          { story: 2, card: '1' },
          { story: 1, card: '13' },
        ],
      },
    });
  });
});
