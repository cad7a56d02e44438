import type { Millis } from '../time.ts';
import { type Card, DECKS, estimateCards } from './deck.ts';
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
  | { kind: 'handOver'; to: string }
  | { kind: 'takeOver'; creatorLastSeen: Millis };

export type CommandKind = Command['kind'];

/** Attributes of the session to set. A revealed round is added to the unfrozen ones, not set. */
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
  >
> & { freeze?: RoundRef; forgetHostName?: true };

export type Decision =
  | { kind: 'change'; changes: Changes }
  /** The wish is already fulfilled, by an earlier tap on the same button. */
  | { kind: 'done' }
  | { kind: 'refusal'; refusal: Refusal };

/**
 * What becomes of a session when `userId` gives a command at `now`. Pure. The caller has checked that the
 * click came from this session's message, and writes the changes only if the session is still as given.
 */
export function decide(session: Session, userId: string, command: Command, now: Millis): Decision {
  if (command.kind === 'takeOver') return takeOver(session, userId, command.creatorLastSeen, now);
  if (userId !== session.creatorId) return refuse({ code: 'not_creator', creatorId: session.creatorId });
  if (isOver(session)) return alreadyOver(session, command);
  const decision = decideAsCreator(session, command, now);
  if (decision.kind !== 'change') return decision;
  return { kind: 'change', changes: { ...decision.changes, creatorActedAt: now } };
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
    case 'handOver':
      return command.to === session.creatorId
        ? { kind: 'done' }
        : change({ creatorId: command.to, forgetHostName: true });
  }
}

function start(session: Session): Decision {
  return session.status === 'lobby' ? change({ status: 'voting' }) : { kind: 'done' };
}

function reveal(session: Session, of: RoundRef): Decision {
  if (!sameRound(session, of)) return refuse({ code: 'round_over' });
  if (session.status === 'revealed') return { kind: 'done' };
  if (session.status !== 'voting') return refuse({ code: 'not_now', status: session.status });
  return change({ status: 'revealed', freeze: { story: session.story, round: session.round } });
}

/** What only a revealed round allows, for the round that the button was drawn for. */
function afterReveal(session: Session, of: RoundRef, changes: Changes): Decision {
  if (!sameRound(session, of)) return refuse({ code: 'round_over' });
  if (session.status !== 'revealed') return refuse({ code: 'not_now', status: session.status });
  return change(changes);
}

function agree(session: Session, of: RoundRef, card: Card): Decision {
  if (!estimateCards(DECKS[session.deck]).includes(card)) return refuse({ code: 'card_not_in_deck' });
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

function takeOver(session: Session, userId: string, creatorLastSeen: Millis, now: Millis): Decision {
  if (isOver(session)) return refuse({ code: 'session_over', status: session.status });
  if (userId === session.creatorId) return { kind: 'done' };
  const silentSince = Math.max(session.creatorActedAt, creatorLastSeen);
  const remaining = silentSince + TAKE_OVER_AFTER - now;
  if (remaining > 0) {
    const minutes = Math.ceil(remaining / 60_000);
    return refuse({ code: 'creator_active', creatorId: session.creatorId, minutes });
  }
  return change({ creatorId: userId, creatorActedAt: now, forgetHostName: true });
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

/** The key under which a revealed round waits to be frozen, if these changes reveal one. */
export const roundToFreeze = (changes: Changes) => (changes.freeze ? roundKey(changes.freeze) : undefined);
