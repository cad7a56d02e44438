import { sameRound } from '../../../src/game/round/round.ts';
import { isOver, type Session } from '../../../src/game/session.ts';
import { type Millis, SECOND } from '../../../src/time.ts';
import type { Committed } from '../history.ts';
import type { Click } from '../people/click.ts';
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
  return [...expiries.flatMap((commit) => droppedVotes(world, commit)), ...neverOver(world, session)];
}

/** Votes that changed the picture. Of a changed card nobody sees anything, so it puts nothing off. */
function droppedVotes(world: World, { at, before }: Committed): Violation[] {
  const clicks = world.clicks.filter(
    ({ wish, ref }) => wish.kind === 'card' && ref.sessionId === before.sessionId && sameRound(ref, before),
  );
  const isFirst = (click: Click) =>
    clicks.every((other) => other.userId !== click.userId || other.at >= click.at);
  return clicks
    .filter((click) => click.clickedAt > at - TTL && click.clickedAt < at - LOOK && isFirst(click))
    .filter((click) => toldAfter(world, click).some(({ kind }) => kind === 'counts'))
    .map(({ userId }) =>
      violation('told is counted', `${userId}’s vote was dropped ${at} by an expiry just after it was cast`),
    );
}

function neverOver({ schedules }: World, session: Session): Violation[] {
  const { sessionId, message, published } = session;
  if (isOver(session) || message.ts === undefined || message.unattended) return [];
  if (schedules.holds(sessionId, published.looksAt)) return [];
  return [violation('time is kept', 'nobody will come to see whether the session has expired')];
}
