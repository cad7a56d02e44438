import { describe, expect, it } from 'vitest';
import type { Participant, ParticipantRole } from '../../src/game/participant.ts';
import { everyoneHasVoted, newVoters, roster } from '../../src/game/round/roster.ts';
import type { Slot } from '../../src/game/round/vote.ts';
import { ADA, aSession, aSlot, aVoter, BO, CY, clickedAt, DEE, withOptions } from './a-session.ts';

const nobody = { voted: [], awaited: [], watching: [], rosterKnown: false, fewest: 2 };
const bo = (role: ParticipantRole, step: number): Participant => ({ userId: BO, role, at: clickedAt(step) });
const card = (step: number, changes: Partial<Slot> = {}) => aSlot({ at: clickedAt(step), ...changes });
const out = (role: 'left' | 'observer' | 'removed', step: number) =>
  aSlot({ out: role, at: clickedAt(step) });

describe('Whoever clicked last decides what they are', () => {
  it.each([
    ['joined', [bo('voter', 1)], [], { ...nobody, awaited: [BO] }],
    ['joined and voted', [bo('voter', 1)], [card(2)], { ...nobody, voted: [BO] }],
    ['voted without joining', [], [card(1)], { ...nobody, voted: [BO] }],
    ['voted, then joined', [bo('voter', 2)], [card(1)], { ...nobody, voted: [BO] }],
    ['left', [bo('left', 2)], [out('left', 2)], nobody],
    ['left, known by the slot alone', [bo('voter', 1)], [out('left', 2)], nobody],
    ['left, then voted', [bo('left', 1)], [card(2)], { ...nobody, voted: [BO] }],
    ['left, then joined', [bo('voter', 3)], [out('left', 2)], { ...nobody, awaited: [BO] }],
    ['watches', [bo('observer', 1)], [], { ...nobody, watching: [BO] }],
    ['watches, known by the slot alone', [], [out('observer', 1)], { ...nobody, watching: [BO] }],
    ['watched, then voted', [bo('observer', 1)], [card(2)], { ...nobody, voted: [BO] }],
    ['was removed', [bo('removed', 1)], [out('removed', 1)], nobody],
    ['tapped a card of another deck', [], [card(1, { card: 'XL' })], nobody],
    ['tapped on a foreign message', [], [card(1, { messageTs: '1.000000' })], nobody],
    [
      'stepped out on a foreign message',
      [bo('voter', 1)],
      [{ ...out('left', 2), channelId: 'C0RANDOM' }],
      { ...nobody, awaited: [BO] },
    ],
  ])('%s', (_, participants: Participant[], slots: Slot[], expected) => {
    expect(roster(aSession(), participants, slots)).toEqual(expected);
  });

  it('should list people by their ids, not by when they clicked', () => {
    const participants = [aVoter(DEE, 1), aVoter(CY, 2), aVoter(BO, 3), aVoter(ADA, 4)];
    const slots = [card(9, { userId: CY }), card(5, { userId: ADA })];
    expect(roster(aSession(), participants, slots)).toEqual({
      voted: [ADA, CY],
      awaited: [BO, DEE],
      watching: [],
      rosterKnown: false,
      fewest: 2,
    });
  });

  it('should not tell which card it was, nor that it was changed', () => {
    const first = roster(aSession(), [aVoter(CY)], [card(1, { card: '1' })]);
    const changed = roster(aSession(), [aVoter(CY)], [card(7, { card: '13' })]);
    expect(changed).toEqual(first);
  });
});

describe('Who is to vote', () => {
  const FIRST = { times: [{ story: 1, startedAt: 1_700_000_005_000 }] };
  const SECOND = { story: 2, times: [...FIRST.times, { story: 2, startedAt: 1_700_000_050_000 }] };
  const lobby = withOptions({ lobby: true });
  it.each([
    ['joined on a first story', FIRST, [bo('voter', 1)], false],
    ['gathered in a lobby', { ...FIRST, ...lobby }, [bo('voter', 1)], true],
    ['joined after the lobby', { ...FIRST, ...lobby }, [bo('voter', 6)], false],
    ['took part in the first of two stories', SECOND, [bo('voter', 6)], true],
    ['watched the first', SECOND, [bo('observer', 6)], false],
    ['has left', SECOND, [bo('left', 6)], false],
    ['joined on the second', SECOND, [bo('voter', 51)], false],
    ['joined in a session that knows no times', lobby, [bo('voter', 1)], false],
  ])('should be known or not of whoever %s', (_, changes, participants, rosterKnown) => {
    expect(roster(aSession(changes), participants, []).rosterKnown).toBe(rosterKnown);
  });

  it('should make two votes everyone, or two of nobody knows how many', () => {
    const people = { voted: [BO, CY], awaited: [], fewest: 2 };
    expect(everyoneHasVoted({ ...people, rosterKnown: true })).toBe(true);
    expect(everyoneHasVoted({ ...people, rosterKnown: false })).toBe(false);
    expect(everyoneHasVoted({ voted: [BO, CY], awaited: [DEE], rosterKnown: true, fewest: 2 })).toBe(false);
    expect(everyoneHasVoted({ voted: [BO], awaited: [], rosterKnown: true, fewest: 2 })).toBe(false);
  });

  it('should not make two votes everyone, where they are to be anonymous', () => {
    const { fewest } = roster(aSession(withOptions({ anonymous: true })), [], []);
    expect(everyoneHasVoted({ voted: [BO, CY], awaited: [], rosterKnown: true, fewest })).toBe(false);
    expect(everyoneHasVoted({ voted: [BO, CY, DEE], awaited: [], rosterKnown: true, fewest })).toBe(true);
  });
});

describe('Voters to remember', () => {
  it.each([
    ['tapped a card without joining', [], [card(2)], [bo('voter', 2)]],
    ['tapped a card after watching', [bo('observer', 1)], [card(2)], [bo('voter', 2)]],
    ['tapped a card after leaving', [bo('left', 1)], [card(2)], [bo('voter', 2)]],
    ['left after their card', [bo('left', 3)], [card(2)], []],
    ['is a voter already', [bo('voter', 1)], [card(2)], []],
    ['has no card', [], [out('observer', 1)], []],
    ['has a card that does not count', [], [card(1, { card: 'XL' })], []],
  ])('%s', (_, participants: Participant[], slots: Slot[], expected) => {
    expect(newVoters(aSession(), participants, slots)).toEqual(expected);
  });
});
