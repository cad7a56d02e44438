import { MINUTE, type Millis } from '../time.ts';
import { type Card, estimateCards } from './deck.ts';
import type { Refusal } from './refusal.ts';
import {
  type Estimate,
  isOver,
  type RoundRef,
  roomForStories,
  roundKey,
  type Session,
  sameRound,
  TAKE_OVER_AFTER,
  upcomingStories,
} from './session.ts';
import { withDecision, withStart } from './story-times.ts';

/** What somebody wants to do to the session itself. `of` is the round that the button was drawn for. */
export type Command =
  | { kind: 'start' }
  | { kind: 'reveal'; of: RoundRef }
  | { kind: 'agree'; of: RoundRef; card: Card }
  | { kind: 'voteAgain'; of: RoundRef }
  | { kind: 'next'; of: RoundRef }
  | { kind: 'end' }
  | { kind: 'cancel' }
  | { kind: 'skip'; story: number }
  | { kind: 'move'; story: number; to: 'earlier' | 'later' | 'next' }
  | { kind: 'reserveStories'; count: number }
  | { kind: 'queueStories'; stories: readonly number[] }
  | { kind: 'nudge' }
  | { kind: 'handOver'; to: string }
  | { kind: 'takeOver'; creatorLastSeen: Millis };

export type CommandKind = Command['kind'];

/** Attributes of the session to set, or to remove where they are `null`. A revealed round is added to the unfrozen ones. */
export type Changes = Partial<
  Pick<
    Session,
    | 'status'
    | 'story'
    | 'round'
    | 'order'
    | 'skipped'
    | 'lastStory'
    | 'estimates'
    | 'creatorId'
    | 'creatorActedAt'
    | 'endedAt'
    | 'times'
    | 'nudgedAt'
    | 'ranOut'
  >
> & { freeze?: RoundRef; hostName?: null; revealAt?: null; deadlineAt?: Millis | null };

export type Decision =
  | { kind: 'change'; changes: Changes }
  /** The wish is already fulfilled, by an earlier tap on the same button. */
  | { kind: 'done' }
  | { kind: 'refusal'; refusal: Refusal };

/** Voters who have not voted are reminded at most so often. */
const NUDGE_AGAIN_AFTER: Millis = 5 * MINUTE;

/**
 * What becomes of a session when `userId` gives a command at `now`. Pure. The caller has checked that the
 * click came from this session's message (and, where anyone who joined may reveal, whether this user has), and
 * writes the changes only if the session is still as given.
 */
export function decide(
  session: Session,
  userId: string,
  command: Command,
  now: Millis,
  { takesPart } = { takesPart: false },
): Decision {
  if (command.kind === 'takeOver') return takeOver(session, userId, command.creatorLastSeen, now);
  const isCreator = userId === session.creatorId;
  if (!isCreator && !(takesPart && mayAnyone(session, command))) return refuse(notAllowed(session, command));
  if (isOver(session)) return alreadyOver(session, command);
  const decision = decideAsCreator(session, command, now);
  if (decision.kind !== 'change') return decision;
  const changes = { ...decision.changes, ...consequences(session, decision.changes, now) };
  return { kind: 'change', changes: isCreator ? { ...changes, creatorActedAt: now } : changes };
}

/** Whether the session leaves this to everyone who joined. */
export function mayAnyone({ options }: Session, command: Command): boolean {
  return command.kind === 'reveal' && options.anyoneReveals;
}

function notAllowed(session: Session, command: Command): Refusal {
  const { creatorId } = session;
  return mayAnyone(session, command) ? { code: 'join_to_reveal' } : { code: 'not_creator', creatorId };
}

/** A reveal that nobody clicked: the deadline has passed, or the countdown has ended. The same as a click on *Reveal*. */
export function revealByTime(session: Session, clock: 'deadlineAt' | 'revealAt', now: Millis): Changes {
  const changes: Changes = {
    ...revealChanges(session),
    ...(clock === 'deadlineAt' && { ranOut: roundKey(session) }),
  };
  return { ...changes, ...consequences(session, changes, now) };
}

const revealChanges = ({ story, round }: Session): Changes => ({
  status: 'revealed',
  freeze: { story, round },
});

/** What follows from a change for the clocks of the session: those of the round, and of its stories. */
function consequences(session: Session, changes: Changes, now: Millis): Changes {
  const { status = session.status, story = session.story, round = session.round } = changes;
  const goesOn = status !== session.status || !sameRound(session, { story, round });
  if (!goesOn) return changes.estimates ? { times: withDecision(session, now) } : {};
  // Always: a countdown may have begun since the session was read, without a new version of it.
  const stopped = { revealAt: null };
  if (status === 'revealed') return { ...stopped, times: withDecision(session, now) };
  if (status !== 'voting') return stopped;
  return { ...stopped, times: withStart(session, story, now), ...nextDeadline(session, now) };
}

/** Each round has its own time limit; a clock time is one for whichever round is running then. */
function nextDeadline({ timeLimit, deadlineAt }: Session, now: Millis): Pick<Changes, 'deadlineAt'> {
  if (timeLimit !== undefined) return { deadlineAt: now + timeLimit };
  return deadlineAt !== undefined && deadlineAt <= now ? { deadlineAt: null } : {};
}

function decideAsCreator(
  session: Session,
  command: Exclude<Command, { kind: 'takeOver' }>,
  now: Millis,
): Decision {
  switch (command.kind) {
    case 'start':
      return start(session);
    case 'reveal':
      return reveal(session, command.of);
    case 'agree':
      return agree(session, command.of, command.card);
    case 'voteAgain':
      return afterReveal(session, command.of, {
        status: 'voting',
        round: session.round + 1,
        estimates: withoutEstimate(session, session.story),
      });
    case 'next':
      return next(session, command.of);
    case 'end':
      return change({ status: 'ended', endedAt: now });
    case 'cancel':
      return change({ status: 'cancelled', endedAt: now });
    case 'skip':
      return skip(session, command.story, now);
    case 'move':
      return move(session, command.story, command.to);
    case 'reserveStories':
      return reserveStories(session, command.count);
    case 'queueStories':
      return queueStories(session, command.stories);
    case 'nudge':
      return nudge(session, now);
    case 'handOver':
      return command.to === session.creatorId
        ? { kind: 'done' }
        : change({ creatorId: command.to, hostName: null });
  }
}

function start(session: Session): Decision {
  return session.status === 'lobby' ? change({ status: 'voting' }) : { kind: 'done' };
}

function reveal(session: Session, of: RoundRef): Decision {
  if (!sameRound(session, of)) return refuse({ code: 'round_over' });
  if (session.status === 'revealed') return { kind: 'done' };
  if (session.status !== 'voting') return refuse({ code: 'not_now', status: session.status });
  return change(revealChanges(session));
}

/** What only a revealed round allows, for the round that the button was drawn for. */
function afterReveal(session: Session, of: RoundRef, changes: Changes): Decision {
  if (!sameRound(session, of)) return refuse({ code: 'round_over' });
  if (session.status !== 'revealed') return refuse({ code: 'not_now', status: session.status });
  return change(changes);
}

function agree(session: Session, of: RoundRef, card: Card): Decision {
  if (!estimateCards(session.deck).includes(card)) return refuse({ code: 'card_not_in_deck' });
  return afterReveal(session, of, {
    estimates: [...withoutEstimate(session, session.story), { story: session.story, card }],
  });
}

function withoutEstimate(session: Session, story: number): Estimate[] {
  return session.estimates.filter((estimate) => estimate.story !== story);
}

function next(session: Session, of: RoundRef): Decision {
  const [story] = upcomingStories(session);
  if (story === undefined) return refuse({ code: 'no_such_story' });
  return afterReveal(session, of, { status: 'voting', story, round: 1 });
}

/** Skipping the running story goes on to the next one, or ends the session after the last. */
function skip(session: Session, story: number, now: Millis): Decision {
  if (!session.order.includes(story))
    return session.skipped.includes(story) ? { kind: 'done' } : noSuchStory();
  const rest = {
    order: session.order.filter((other) => other !== story),
    skipped: [...session.skipped, story],
  };
  if (session.story !== story) {
    return upcomingStories(session).includes(story) ? change(rest) : noSuchStory();
  }
  if (session.status === 'revealed') return refuse({ code: 'not_now', status: session.status });
  const [following] = upcomingStories(session);
  if (following === undefined) return change({ ...rest, status: 'ended', endedAt: now });
  return change({ ...rest, story: following, round: 1 });
}

function move(session: Session, story: number, to: 'earlier' | 'later' | 'next'): Decision {
  const upcoming = [...upcomingStories(session)];
  const from = upcoming.indexOf(story);
  if (from < 0) return noSuchStory();
  const target = to === 'next' ? 0 : from + (to === 'earlier' ? -1 : 1);
  upcoming.splice(from, 1);
  upcoming.splice(Math.max(0, target), 0, story);
  const played = session.order.slice(0, session.order.length - upcoming.length);
  return change({ order: [...played, ...upcoming] });
}

/** Numbers are given out before the titles are stored, so that no two additions share one. */
function reserveStories(session: Session, count: number): Decision {
  if (count > roomForStories(session)) return tooManyStories(session);
  return change({ lastStory: session.lastStory + count });
}

/** Another addition may have filled the session since the numbers were given out; and the network may repeat itself. */
function queueStories(session: Session, stories: readonly number[]): Decision {
  const known = [...session.order, ...session.skipped];
  const added = stories.filter((story) => !known.includes(story));
  if (added.length === 0) return { kind: 'done' };
  if (added.length > roomForStories(session)) return tooManyStories(session);
  return change({ order: [...session.order, ...added] });
}

/** In how many minutes the missing voters may be reminded again; 0: now. */
export function nudgeAgainIn({ nudgedAt }: Session, now: Millis): number {
  if (nudgedAt === undefined) return 0;
  return Math.max(0, Math.ceil((nudgedAt + NUDGE_AGAIN_AFTER - now) / MINUTE));
}

function nudge(session: Session, now: Millis): Decision {
  if (session.status !== 'voting') return refuse({ code: 'not_now', status: session.status });
  const minutes = nudgeAgainIn(session, now);
  if (minutes > 0) return refuse({ code: 'nudged_already', minutes });
  return change({ nudgedAt: now });
}

function takeOver(session: Session, userId: string, creatorLastSeen: Millis, now: Millis): Decision {
  if (isOver(session)) return refuse({ code: 'session_over', status: session.status });
  if (userId === session.creatorId) return { kind: 'done' };
  const silentSince = Math.max(session.creatorActedAt, creatorLastSeen);
  const remaining = silentSince + TAKE_OVER_AFTER - now;
  if (remaining > 0) {
    const minutes = Math.ceil(remaining / MINUTE);
    return refuse({ code: 'creator_active', creatorId: session.creatorId, minutes });
  }
  return change({ creatorId: userId, creatorActedAt: now, hostName: null });
}

function alreadyOver(session: Session, command: Command): Decision {
  const wish = command.kind === 'end' ? 'ended' : command.kind === 'cancel' ? 'cancelled' : undefined;
  if (wish === session.status) return { kind: 'done' };
  return refuse({ code: 'session_over', status: session.status });
}

const change = (changes: Changes): Decision => ({ kind: 'change', changes });
const refuse = (refusal: Refusal): Decision => ({ kind: 'refusal', refusal });
const tooManyStories = (session: Session): Decision =>
  refuse({ code: 'too_many_stories', most: Math.max(0, roomForStories(session)) });
const noSuchStory = (): Decision => refuse({ code: 'no_such_story' });

/** The session once these changes are written. */
export function afterChanges(session: Session, changes: Changes): Session {
  const { freeze, ...attributes } = changes;
  const changed = Object.entries({ ...session, ...attributes }).filter(([, value]) => value !== null);
  const unfrozen = freeze ? [...session.unfrozen, roundKey(freeze)] : session.unfrozen;
  return { ...(Object.fromEntries(changed) as unknown as Session), unfrozen, version: session.version + 1 };
}
