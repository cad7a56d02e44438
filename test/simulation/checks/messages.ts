import type { Session } from '../../../src/game/session.ts';
import { sessionOf } from '../people/controls.ts';
import { current } from '../simulators/board.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { type Violation, violation } from './violation.ts';

/** One message per session: whatever else was posted for it is a link by now, or nobody ever touched it. */
export function checkMessages(world: World, { session }: FinalState): Violation[] {
  const live = world.board.messages.filter(
    (message) => sessionOf(current(message)) === session.sessionId && message.ts !== session.message.ts,
  );
  return live.flatMap(({ ts }) => {
    const excuse = excuseFor(world, session, ts);
    return excuse ? [] : [violation('one message per session', `${ts} is live beside ${session.message.ts}`)];
  });
}

/**
 * A post whose `ts` never reached the store is found by the first click on it: it is adopted then, or its
 * clicker is told that the message is not connected. Until then it can only be a post of *Move to bottom*, or
 * the one message of a session that has none.
 */
function excuseFor({ clicks }: World, session: Session, ts: string): boolean {
  if (session.message.detached !== undefined) return true;
  if (session.message.ts === undefined)
    return !clicks.some((click) => click.messageTs === ts && click.acknowledgedAt);
  const moved = clicks.some(({ wish }) => wish.kind === 'menu' && wish.item === 'bottom');
  return moved && !session.message.former.includes(ts);
}
