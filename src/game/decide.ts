import { MINUTE, type Millis } from '../time.ts';
import { type Changes, change, type Decision } from './changes.ts';
import type { Clocks } from './clock/clocks.ts';
import { consequences } from './clock/round-clocks.ts';
import { agree, back, next, reveal, start, voteAgain } from './decide-round.ts';
import { move, queueStories, reserveStories, skip } from './decide-stories.ts';
import type { Card } from './deck/deck.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { RoundRef } from './round/round.ts';
import { type Game, TAKE_OVER_AFTER } from './session.ts';
import { notCreator, whyOver } from './why-not.ts';

/** What somebody wants to do to the session itself. `of` is the round that the button was drawn for. */
export type Command =
  | { kind: 'start' }
  | { kind: 'reveal'; of: RoundRef }
  | { kind: 'agree'; of: RoundRef; card: Card }
  | { kind: 'voteAgain'; of: RoundRef }
  /** `onlyEstimated`: not from a story that has no estimate yet. */
  | { kind: 'next'; of: RoundRef; onlyEstimated?: boolean }
  /** Shows the result of the story before once more. */
  | { kind: 'back'; of: RoundRef }
  | { kind: 'end' }
  | { kind: 'cancel' }
  | { kind: 'skip'; story: number }
  | { kind: 'move'; story: number; to: 'earlier' | 'later' | 'next' }
  | { kind: 'reserveStories'; count: number }
  /** `heir`: whom the session is handed to in the same moment. */
  | { kind: 'queueStories'; stories: readonly number[]; heir?: string }
  | { kind: 'nudge' }
  | { kind: 'handOver'; to: string }
  | { kind: 'takeOver'; creatorLastSeen: Millis };

export type CommandKind = Command['kind'];

/** How long to wait before those who have not voted may be reminded again. */
const NUDGE_AGAIN_AFTER: Millis = 5 * MINUTE;

/** What some decisions rest on besides the game. */
export interface Facts {
  /** Whether whoever gives the command takes part. */
  takesPart: boolean;
  /** How many cards count in the running round. */
  votes: number;
  /** Whether the running story has an estimate. */
  hasEstimate: boolean;
}

export const NO_FACTS: Facts = { takesPart: false, votes: 0, hasEstimate: false };

/**
 * What becomes of a game when `userId` gives a command at `now`. Pure. The caller has checked that the click came
 * from this session's message, and writes the changes only if the session is still as given.
 */
export function decide(
  game: Game,
  userId: string,
  command: Command,
  now: Millis,
  facts = NO_FACTS,
): Decision {
  if (command.kind === 'takeOver') return takeOver(game, userId, command.creatorLastSeen, now);
  const isCreator = userId === game.creatorId;
  if (!isCreator && !(facts.takesPart && mayAnyone(game, command))) return refuse(notAllowed(game, command));
  const over = whyOver(game);
  if (over) return isAsWished(game, command) ? { kind: 'done' } : refuse(over);
  const decision = decideAsCreator(game, command, now, facts);
  if (decision.kind !== 'change') return decision;
  const changes = { ...decision.changes, ...consequences(game, decision.changes, now) };
  return { kind: 'change', changes: isCreator ? { ...changes, creatorActedAt: now } : changes };
}

/** Whether the session leaves this to everyone who joined. */
const mayAnyone = ({ options }: Game, command: Command): boolean =>
  command.kind === 'reveal' && options.anyoneReveals;

function notAllowed(game: Game, command: Command): Refusal {
  return mayAnyone(game, command) ? { code: 'join_to_reveal' } : notCreator(game);
}

function decideAsCreator(
  game: Game,
  command: Exclude<Command, { kind: 'takeOver' }>,
  now: Millis,
  { votes, hasEstimate }: Facts,
): Decision {
  switch (command.kind) {
    case 'start':
      return start(game);
    case 'reveal':
      return reveal(game, command.of, votes);
    case 'agree':
      return agree(game, command.of, command.card);
    case 'voteAgain':
      return voteAgain(game, command.of);
    case 'next':
      return next(game, command.of, hasEstimate || !command.onlyEstimated);
    case 'back':
      return back(game, command.of);
    case 'end':
      return change({ status: 'ended', endedAt: now });
    case 'cancel':
      return change({ status: 'cancelled', endedAt: now });
    case 'skip':
      return skip(game, command.story, now);
    case 'move':
      return move(game, command.story, command.to);
    case 'reserveStories':
      return reserveStories(game, command.count);
    case 'queueStories':
      return queueStories(game, command.stories, handedTo(game, command.heir));
    case 'nudge':
      return nudge(game, now);
    case 'handOver':
      return command.to === game.creatorId ? { kind: 'done' } : change(handedTo(game, command.to));
  }
}

/** Nobody has told us the new creator's handle. */
function handedTo({ creatorId }: Game, heir: string | undefined): Changes {
  return heir === undefined || heir === creatorId ? {} : { creatorId: heir, hostName: null };
}

/** In how many minutes the missing voters may be reminded again; 0: now. */
export function nudgeAgainIn({ nudgedAt }: Clocks, now: Millis): number {
  if (nudgedAt === undefined) return 0;
  return Math.max(0, Math.ceil((nudgedAt + NUDGE_AGAIN_AFTER - now) / MINUTE));
}

/** In how many minutes a participant may take over, if the creator stays silent; 0: now. */
export function takeOverIn({ creatorActedAt }: Game, creatorLastSeen: Millis, now: Millis): number {
  const silentSince = Math.max(creatorActedAt, creatorLastSeen);
  return Math.max(0, Math.ceil((silentSince + TAKE_OVER_AFTER - now) / MINUTE));
}

function nudge(game: Game, now: Millis): Decision {
  if (game.status !== 'voting') return refuse({ code: 'not_now', status: game.status });
  const minutes = nudgeAgainIn(game, now);
  if (minutes > 0) return refuse({ code: 'nudged_already', minutes });
  return change({ nudgedAt: now });
}

function takeOver(game: Game, userId: string, creatorLastSeen: Millis, now: Millis): Decision {
  const over = whyOver(game);
  if (over) return refuse(over);
  if (userId === game.creatorId) return { kind: 'done' };
  const minutes = takeOverIn(game, creatorLastSeen, now);
  if (minutes > 0) return refuse({ code: 'creator_active', creatorId: game.creatorId, minutes });
  return change({ creatorId: userId, creatorActedAt: now, hostName: null });
}

/** Whether a session that is over has ended just as this command wants it. */
const isAsWished = ({ status }: Game, { kind }: Command): boolean =>
  (kind === 'end' && status === 'ended') || (kind === 'cancel' && status === 'cancelled');
