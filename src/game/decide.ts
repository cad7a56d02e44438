import { MINUTE, type Millis } from '../time.ts';
import { type Changes, change, type Decision, refuse } from './changes.ts';
import { consequences, revealChanges } from './clock/round-clocks.ts';
import { move, queueStories, reserveStories, skip } from './decide-stories.ts';
import { type Card, estimateCards } from './deck/deck.ts';
import type { Refusal } from './refusal.ts';
import { type RoundRef, sameRound } from './round/round.ts';
import { type Estimate, isOver, type Session, TAKE_OVER_AFTER, upcomingStories } from './session.ts';

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
  if (story !== undefined) return afterReveal(session, of, { status: 'voting', story, round: 1 });
  const decision = afterReveal(session, of, {});
  return decision.kind === 'change' ? refuse({ code: 'no_next_story' }) : decision;
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
