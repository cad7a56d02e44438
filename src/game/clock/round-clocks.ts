import type { Millis } from '../../time.ts';
import type { Changes } from '../changes.ts';
import { roundKey, sameRound } from '../round/round.ts';
import type { Game } from '../session.ts';
import { withDecision, withStart } from '../story/story-times.ts';
import type { Clocks } from './clocks.ts';

/**
 * What a reveal by time changes: by a deadline or by the end of a countdown. It is the same as a click on
 * *Reveal*.
 */
export function revealByTime(game: Game, clock: 'deadlineAt' | 'revealAt', now: Millis): Changes {
  const changes: Changes = {
    ...revealChanges(game),
    ...(clock === 'deadlineAt' && { ranOut: roundKey(game) }),
  };
  return { ...changes, ...consequences(game, changes, now) };
}

/** What a reveal changes, whoever or whatever causes it. */
export const revealChanges = ({ story, round }: Game): Changes => ({
  status: 'revealed',
  freeze: { story, round },
});

/** What a change means for the clocks of the round and the times of the stories. */
export function consequences(game: Game, changes: Changes, now: Millis): Changes {
  const { status = game.status, story = game.story, round = game.round } = changes;
  const goesOn = status !== game.status || !sameRound(game, { story, round });
  if (!goesOn) return changes.estimates ? { times: withDecision(game, now) } : {};
  // Even if no countdown is known: one may have begun since the session was read, which doesn't change its
  // version.
  const stopped = { revealAt: null };
  if (changes.freeze) return { ...stopped, times: withDecision(game, now) };
  // Nor does a result that is shown once more change any time.
  if (status !== 'voting') return stopped;
  return { ...stopped, times: withStart(game, story, now), ...nextDeadline(game, now) };
}

/** A time limit holds for each round anew; a time of day is for whichever round runs then. */
function nextDeadline({ timeLimit, deadlineAt }: Clocks, now: Millis): Pick<Changes, 'deadlineAt'> {
  if (timeLimit !== undefined) return { deadlineAt: now + timeLimit };
  return deadlineAt !== undefined && deadlineAt <= now ? { deadlineAt: null } : {};
}
