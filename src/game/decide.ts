import { MINUTE, type Millis } from '../time.ts';
import { type Changes, change, type Decision, refuse } from './changes.ts';
import type { Clocks } from './clock/clocks.ts';
import { consequences, revealChanges } from './clock/round-clocks.ts';
import { move, queueStories, reserveStories, skip } from './decide-stories.ts';
import { type Card, estimateCards } from './deck/deck.ts';
import type { Refusal } from './refusal.ts';
import { type RoundRef, sameRound } from './round/round.ts';
import { type Estimate, type Game, isOver, TAKE_OVER_AFTER, upcomingStories } from './session.ts';

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
  game: Game,
  userId: string,
  command: Command,
  now: Millis,
  { takesPart } = { takesPart: false },
): Decision {
  if (command.kind === 'takeOver') return takeOver(game, userId, command.creatorLastSeen, now);
  const isCreator = userId === game.creatorId;
  if (!isCreator && !(takesPart && mayAnyone(game, command))) return refuse(notAllowed(game, command));
  if (isOver(game)) return alreadyOver(game, command);
  const decision = decideAsCreator(game, command, now);
  if (decision.kind !== 'change') return decision;
  const changes = { ...decision.changes, ...consequences(game, decision.changes, now) };
  return { kind: 'change', changes: isCreator ? { ...changes, creatorActedAt: now } : changes };
}

/** Whether the session leaves this to everyone who joined. */
export function mayAnyone({ options }: Game, command: Command): boolean {
  return command.kind === 'reveal' && options.anyoneReveals;
}

function notAllowed(game: Game, command: Command): Refusal {
  const { creatorId } = game;
  return mayAnyone(game, command) ? { code: 'join_to_reveal' } : { code: 'not_creator', creatorId };
}

function decideAsCreator(game: Game, command: Exclude<Command, { kind: 'takeOver' }>, now: Millis): Decision {
  switch (command.kind) {
    case 'start':
      return start(game);
    case 'reveal':
      return reveal(game, command.of);
    case 'agree':
      return agree(game, command.of, command.card);
    case 'voteAgain':
      return afterReveal(game, command.of, {
        status: 'voting',
        round: game.round + 1,
        estimates: withoutEstimate(game, game.story),
      });
    case 'next':
      return next(game, command.of);
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
      return queueStories(game, command.stories);
    case 'nudge':
      return nudge(game, now);
    case 'handOver':
      return command.to === game.creatorId
        ? { kind: 'done' }
        : change({ creatorId: command.to, hostName: null });
  }
}

function start(game: Game): Decision {
  return game.status === 'lobby' ? change({ status: 'voting' }) : { kind: 'done' };
}

function reveal(game: Game, of: RoundRef): Decision {
  if (!sameRound(game, of)) return refuse({ code: 'round_over' });
  if (game.status === 'revealed') return { kind: 'done' };
  if (game.status !== 'voting') return refuse({ code: 'not_now', status: game.status });
  return change(revealChanges(game));
}

/** What only a revealed round allows, for the round that the button was drawn for. */
function afterReveal(game: Game, of: RoundRef, changes: Changes): Decision {
  if (!sameRound(game, of)) return refuse({ code: 'round_over' });
  if (game.status !== 'revealed') return refuse({ code: 'not_now', status: game.status });
  return change(changes);
}

function agree(game: Game, of: RoundRef, card: Card): Decision {
  if (!estimateCards(game.deck).includes(card)) return refuse({ code: 'card_not_in_deck' });
  return afterReveal(game, of, {
    estimates: [...withoutEstimate(game, game.story), { story: game.story, card }],
  });
}

function withoutEstimate(game: Game, story: number): Estimate[] {
  return game.estimates.filter((estimate) => estimate.story !== story);
}

function next(game: Game, of: RoundRef): Decision {
  const [story] = upcomingStories(game);
  if (story !== undefined) return afterReveal(game, of, { status: 'voting', story, round: 1 });
  const decision = afterReveal(game, of, {});
  return decision.kind === 'change' ? refuse({ code: 'no_next_story' }) : decision;
}

/** In how many minutes the missing voters may be reminded again; 0: now. */
export function nudgeAgainIn({ nudgedAt }: Clocks, now: Millis): number {
  if (nudgedAt === undefined) return 0;
  return Math.max(0, Math.ceil((nudgedAt + NUDGE_AGAIN_AFTER - now) / MINUTE));
}

function nudge(game: Game, now: Millis): Decision {
  if (game.status !== 'voting') return refuse({ code: 'not_now', status: game.status });
  const minutes = nudgeAgainIn(game, now);
  if (minutes > 0) return refuse({ code: 'nudged_already', minutes });
  return change({ nudgedAt: now });
}

function takeOver(game: Game, userId: string, creatorLastSeen: Millis, now: Millis): Decision {
  if (isOver(game)) return refuse({ code: 'session_over', status: game.status });
  if (userId === game.creatorId) return { kind: 'done' };
  const silentSince = Math.max(game.creatorActedAt, creatorLastSeen);
  const remaining = silentSince + TAKE_OVER_AFTER - now;
  if (remaining > 0) {
    const minutes = Math.ceil(remaining / MINUTE);
    return refuse({ code: 'creator_active', creatorId: game.creatorId, minutes });
  }
  return change({ creatorId: userId, creatorActedAt: now, hostName: null });
}

function alreadyOver(game: Game, command: Command): Decision {
  const wish = command.kind === 'end' ? 'ended' : command.kind === 'cancel' ? 'cancelled' : undefined;
  if (wish === game.status) return { kind: 'done' };
  return refuse({ code: 'session_over', status: game.status });
}
