import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/game/refusal.ts';
import type { Session } from '../../src/game/session.ts';
import { whyNotMove, whyNotRemove, whyNotRename, whyNotVote, whyOver } from '../../src/game/why-not.ts';
import { ADA, aSession, BO, CY } from './a-session.ts';

const code = (refusal: Refusal | undefined) => refusal?.code;
const ended = aSession({ status: 'ended' });
const cancelled = aSession({ status: 'cancelled' });

describe('Renaming a story', () => {
  it.each<[string, Session, string, number, string | undefined]>([
    ['the creator may', aSession(), ADA, 2, undefined],
    ['nobody else may', aSession(), BO, 2, 'not_creator'],
    ['nobody may once it is over', ended, ADA, 2, 'session_over'],
    ['a story that is none', aSession(), ADA, 4, 'no_such_story'],
    ['a skipped one', aSession({ order: [1, 3], skipped: [2] }), ADA, 2, 'no_such_story'],
  ])('%s', (_, session, userId, story, expected) => {
    expect(code(whyNotRename(session, userId, story))).toBe(expected);
  });
});

describe('Removing somebody', () => {
  it.each<[string, Session, string, string, string | undefined]>([
    ['the creator may', aSession(), ADA, BO, undefined],
    ['nobody else may', aSession(), BO, CY, 'not_creator'],
    ['not even themselves', aSession(), BO, BO, 'not_creator'],
    ['the creator stays', aSession(), ADA, ADA, 'creator_stays'],
    ['nobody may once it is over', cancelled, ADA, BO, 'session_over'],
  ])('%s', (_, session, userId, whom, expected) => {
    expect(code(whyNotRemove(session, userId, whom))).toBe(expected);
  });
});

describe('Moving the message', () => {
  it.each<[string, Session, string, boolean, string | undefined]>([
    ['the creator may', aSession(), ADA, false, undefined],
    ['whoever takes part may', aSession(), BO, true, undefined],
    ['nobody else may', aSession(), BO, false, 'join_to_move'],
    ['nobody may once it is over', ended, ADA, true, 'session_over'],
  ])('%s', (_, session, userId, takesPart, expected) => {
    expect(code(whyNotMove(session, userId, takesPart))).toBe(expected);
  });
});

describe('A card that comes to nothing', () => {
  it.each<[Session['status'], string]>([
    ['lobby', 'not_now'],
    ['voting', 'round_over'],
    ['revealed', 'round_over'],
    ['ended', 'session_over'],
    ['cancelled', 'session_over'],
  ])('in a session that is %s: %s', (status, expected) => {
    expect(code(whyNotVote(aSession({ status })))).toBe(expected);
  });
});

it('should say how a session has ended', () => {
  expect(whyOver(aSession())).toBeUndefined();
  expect(whyOver(ended)).toEqual({ code: 'session_over', status: 'ended' });
  expect(whyOver(cancelled)).toEqual({ code: 'session_over', status: 'cancelled' });
});
