import type { Millis } from '../../time.ts';
import type { Changes } from '../changes.ts';
import { roundKey, sameRound } from '../round/round.ts';
import type { Session } from '../session.ts';
import { withDecision, withStart } from '../story/story-times.ts';

/** A reveal that nobody clicked: the deadline has passed, or the countdown has ended. The same as a click on *Reveal*. */
export function revealByTime(session: Session, clock: 'deadlineAt' | 'revealAt', now: Millis): Changes {
  const changes: Changes = {
    ...revealChanges(session),
    ...(clock === 'deadlineAt' && { ranOut: roundKey(session) }),
  };
  return { ...changes, ...consequences(session, changes, now) };
}

/** What a reveal changes, whoever or whatever causes it. */
export const revealChanges = ({ story, round }: Session): Changes => ({
  status: 'revealed',
  freeze: { story, round },
});

/** What follows from a change for the clocks of the session: those of the round, and of its stories. */
export function consequences(session: Session, changes: Changes, now: Millis): Changes {
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
