import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/game/changes.ts';
import { decide } from '../../src/game/decide.ts';
import type { Session } from '../../src/game/session.ts';
import { MINUTE } from '../../src/time.ts';
import { ADA, aSession, BO } from './a-session.ts';

const NOW = 60 * MINUTE;
const gist = (decision: Decision) => (decision.kind === 'refusal' ? decision.refusal.code : decision.kind);

describe('Taking over', () => {
  const takeOver = (session: Session, userId: string, creatorLastSeen: number, now: number) =>
    decide(session, userId, { kind: 'takeOver', creatorLastSeen }, now);

  it.each([
    // the creator's last command and last click, and now, in minutes
    [0, 0, 10, 'change'],
    [0, 0, 9.99, 'creator_active'],
    [5, 0, 14, 'creator_active'],
    [0, 5, 14, 'creator_active'],
    [5, 0, 15, 'change'],
    [0, 5, 15, 'change'],
  ])('after a command at %d and a click at %d, at %d: %s', (acted, seen, now, outcome) => {
    const session = aSession({ creatorActedAt: acted * MINUTE });
    expect(gist(takeOver(session, BO, seen * MINUTE, now * MINUTE))).toBe(outcome);
  });

  it('should say how long the silence must last yet', () => {
    expect(takeOver(aSession(), BO, 0, 7.5 * MINUTE)).toEqual({
      kind: 'refusal',
      refusal: { code: 'creator_active', creatorId: ADA, minutes: 3 },
    });
  });

  it('should make the one who does it the creator, in plain sight', () => {
    const changes = { creatorId: BO, creatorActedAt: NOW, hostName: null };
    expect(takeOver(aSession(), BO, 0, NOW)).toEqual({ kind: 'change', changes });
  });

  it.each([
    ['the creator', ADA, 'voting', 'done'],
    ['anybody, once it has ended', BO, 'ended', 'session_over'],
    ['anybody, once it is cancelled', BO, 'cancelled', 'session_over'],
  ] as const)('by %s: no change', (_, userId, status, outcome) => {
    expect(gist(takeOver(aSession({ status }), userId, 0, NOW))).toBe(outcome);
  });
});
