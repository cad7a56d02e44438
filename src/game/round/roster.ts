import { type ActionTs, actionMillis } from '../../time.ts';
import { defined } from '../defined.ts';
import type { Participant, ParticipantRole } from '../participant.ts';
import type { Session } from '../session.ts';
import { fewestOf } from './anonymity.ts';
import { belongs, byUser, countsInRound, tally } from './tally.ts';
import type { Slot } from './vote.ts';

export interface Roster {
  /** Voters with a card in this round. */
  voted: readonly string[];
  /** Voters without one. */
  awaited: readonly string[];
  /** Observers. */
  watching: readonly string[];
  /** It is known who is to vote, so that those who are not awaited any more are all. */
  rosterKnown: boolean;
  /** How many votes it takes until they may be everyone's. */
  fewest: number;
}

/**
 * Who takes part in the running round. A tap on a card joins, and the newest of a person's clicks decides their role.
 * They are in order of user ids, because an order by time would show who changed their vote.
 */
export function roster(
  session: Session,
  participants: readonly Participant[],
  slots: readonly Slot[],
): Roster {
  const votes = new Set(tally(session, slots).map((vote) => vote.userId));
  const roles = currentRoles(session, participants, slots);
  const withRole = (role: ParticipantRole) =>
    [...roles].filter(([, entry]) => entry.role === role).map(([userId]) => userId);
  const voters = withRole('voter').sort();
  return {
    voted: voters.filter((userId) => votes.has(userId)),
    awaited: voters.filter((userId) => !votes.has(userId)),
    watching: withRole('observer').sort(),
    rosterKnown: isRosterKnown(session, participants),
    fewest: fewestOf(session),
  };
}

/**
 * Whether it is known who is to vote: people gathered in a lobby, or took part in an earlier story. Else nobody can
 * tell whether those who have voted are all, for in a channel the others are still on their way.
 */
function isRosterKnown(session: Session, participants: readonly Participant[]): boolean {
  const { times, story, options } = session;
  const startedAt = times.find((time) => time.story === story)?.startedAt;
  const isFirst = times[0]?.story === story;
  if (startedAt === undefined || (isFirst && !options.lobby)) return false;
  return participants.some(({ role, at }) => role === 'voter' && actionMillis(at) < startedAt);
}

/** Whether nobody is missing. A single vote is not everyone, and two that are to be anonymous aren't either. */
export function everyoneHasVoted({ voted, awaited, rosterKnown, fewest }: Omit<Roster, 'watching'>): boolean {
  return rosterKnown && awaited.length === 0 && voted.length >= fewest;
}

function currentRoles(
  session: Session,
  participants: readonly Participant[],
  slots: readonly Slot[],
): Map<string, { role: ParticipantRole; at: ActionTs }> {
  const roles = new Map(participants.map(({ userId, role, at }) => [userId, { role, at }]));
  for (const slot of slots) {
    const role = slotRole(session, slot);
    const known = roles.get(slot.userId);
    if (role && (!known || known.at <= slot.at)) roles.set(slot.userId, { role, at: slot.at });
  }
  return roles;
}

/** The role that a slot gives its owner; `undefined` if it is not from this session's message. */
function slotRole(session: Session, slot: Slot): ParticipantRole | undefined {
  if (slot.out) return belongs(session, slot) ? slot.out : undefined;
  return countsInRound(session, slot) ? 'voter' : undefined;
}

/** Those who joined by tapping a card and are not stored as voters yet, or were something else before. */
export function newVoters(
  session: Session,
  participants: readonly Participant[],
  slots: readonly Slot[],
): Participant[] {
  const known = new Map(participants.map((participant) => [participant.userId, participant]));
  return slots
    .filter((slot) => countsInRound(session, slot))
    .filter(({ userId, at }) => {
      const participant = known.get(userId);
      return !participant || (participant.role !== 'voter' && participant.at < at);
    })
    .map(({ userId, at, external }) => defined({ userId, role: 'voter', at, external }))
    .sort(byUser);
}
