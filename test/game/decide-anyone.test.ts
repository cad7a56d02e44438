import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/game/changes.ts';
import { type Command, decide } from '../../src/game/decide.ts';
import { SESSION_STATUSES } from '../../src/game/session.ts';
import { ADA, aSession, BO, withOptions } from './a-session.ts';

const NOW = 1_000;
const of = { story: 1, round: 1 };
const reveal: Command = { kind: 'reveal', of };
const joined = { takesPart: true, votes: 3, hasEstimate: false };
const stranger = { takesPart: false, votes: 3, hasEstimate: false };

/** A session in which anyone who joined may reveal. */
const shared = (changes: Parameters<typeof aSession>[0] = {}) =>
  aSession({ ...withOptions({ anyoneReveals: true }), ...changes });

/** `change`, `done`, or the code of the refusal. */
const gist = (decision: Decision) => (decision.kind === 'refusal' ? decision.refusal.code : decision.kind);

describe('Who may reveal', () => {
  it.each([
    ['the creator', ADA, stranger, 'change', 'change'],
    ['somebody who joined', BO, joined, 'not_creator', 'change'],
    ['somebody who did not', BO, stranger, 'not_creator', 'join_to_reveal'],
  ] as const)('%s', (_, userId, part, byTheCreator, byAnyone) => {
    expect(gist(decide(aSession(), userId, reveal, NOW, part))).toBe(byTheCreator);
    expect(gist(decide(shared(), userId, reveal, NOW, part))).toBe(byAnyone);
  });

  it.each([
    ['lobby', 'not_now'],
    ['voting', 'change'],
    ['revealed', 'done'],
    ['ended', 'session_over'],
    ['cancelled', 'session_over'],
  ] as const)('somebody who joined, while %s: %s', (status, outcome) => {
    expect(gist(decide(shared({ status }), BO, reveal, NOW, joined))).toBe(outcome);
  });

  it('should be nobody, for a round that is over', () => {
    const command: Command = { kind: 'reveal', of: { story: 1, round: 2 } };
    expect(gist(decide(shared(), BO, command, NOW, joined))).toBe('round_over');
  });

  it('should not count as the creator’s doing, who may be away all the same', () => {
    expect(decide(shared(), BO, reveal, NOW, joined)).toEqual({
      kind: 'change',
      changes: { status: 'revealed', freeze: of, times: [], revealAt: null },
    });
  });
});

describe('Whatever else there is to do', () => {
  const commands: Command[] = [
    { kind: 'start' },
    { kind: 'agree', of, card: '8' },
    { kind: 'voteAgain', of },
    { kind: 'next', of },
    { kind: 'end' },
    { kind: 'cancel' },
    { kind: 'skip', story: 1 },
    { kind: 'move', story: 3, to: 'next' },
    { kind: 'reserveStories', count: 1 },
    { kind: 'queueStories', stories: [4] },
    { kind: 'nudge' },
    { kind: 'handOver', to: BO },
  ];

  it.each(commands)('$kind stays the creator’s', (command) => {
    for (const status of SESSION_STATUSES) {
      expect(decide(shared({ status }), BO, command, NOW, joined)).toEqual({
        kind: 'refusal',
        refusal: { code: 'not_creator', creatorId: ADA },
      });
    }
  });
});
