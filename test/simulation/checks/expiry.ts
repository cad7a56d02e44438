import { sameRound } from '../../../src/game/round/round.ts';
import { isOver, type Session } from '../../../src/game/session.ts';
import { DAY, type Millis, SECOND } from '../../../src/time.ts';
import type { Committed } from '../history.ts';
import { TTL, type World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { toldAfter } from './told.ts';
import { type Violation, violation } from './violation.ts';

/** Between the publisher's look at the votes and its write nobody can know what comes of theirs. */
const LOOK: Millis = 10 * SECOND;

/** Every session ends, but none of which somebody was told just now that their vote counts. */
export function checkExpiry(world: World, { session }: FinalState): Violation[] {
  const { sessionId } = session;
  const expiries = world.history.commits.filter(
    ({ after }) => after.sessionId === sessionId && after.status === 'expired',
  );
  return [
    ...expiries.flatMap((commit) => [...droppedVotes(world, commit), ...tooLate(commit)]),
    ...neverOver(world, session),
  ];
}

function droppedVotes(world: World, { at, before }: Committed): Violation[] {
  // Nothing puts off the end that a session has from its start.
  if (at >= before.endsAt) return [];
  const clicks = world.clicks.filter(
    ({ wish, ref }) => wish.kind === 'card' && ref.sessionId === before.sessionId && sameRound(ref, before),
  );
  return clicks
    .filter((click) => click.clickedAt > at - TTL && click.clickedAt < at - LOOK)
    .filter((click) => toldAfter(world, click).some(({ kind }) => kind === 'counts'))
    .map(({ userId }) =>
      violation('told is counted', `${userId}’s vote was dropped ${at} by an expiry just after it was cast`),
    );
}

function tooLate({ at, before }: Committed): Violation[] {
  return at < before.endsAt + DAY ? [] : [violation('time is kept', 'it went on beyond its end')];
}

function neverOver({ schedules }: World, session: Session): Violation[] {
  const { sessionId, message, published } = session;
  if (isOver(session) || message.ts === undefined || message.unattended) return [];
  if (schedules.holds(sessionId, published.looksAt)) return [];
  return [violation('time is kept', 'nobody will come to see whether the session has expired')];
}
