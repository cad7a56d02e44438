import { everyoneHasVoted, roster } from '../../../src/game/round/roster.ts';
import { type RoundRef, roundKey, sameRound } from '../../../src/game/round/round.ts';
import type { Session } from '../../../src/game/session.ts';
import type { Committed } from '../history.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { type Violation, violation } from './violation.ts';

/** A countdown always ends, a deadline always comes, and where everyone has voted, and only there, there has been a countdown. */
export async function checkTime(world: World, state: FinalState): Promise<Violation[]> {
  return [...(await checkWhatIsDue(world, state)), ...checkCountdowns(world, state)];
}

function checkCountdowns({ history }: World, { session }: FinalState): Violation[] {
  return history.countdowns
    .filter(({ sessionId, complete }) => sessionId === session.sessionId && !complete)
    .map(({ of }) => violation('nobody is passed over', `the countdown of ${roundKey(of)} began too early`));
}

async function checkWhatIsDue(world: World, { session }: FinalState): Promise<Violation[]> {
  const { status, revealAt, deadlineAt, message } = session;
  if (status !== 'voting' || message.ts === undefined) return [];
  const round = `${session.story}#${session.round}`;
  const never = (what: string) => [violation('time is kept', `${what} of ${round} has never come`)];
  // Nothing is left to happen: no timer is on its way any more.
  if (revealAt !== undefined) return never('the end of the countdown');
  if (deadlineAt !== undefined) return never('the deadline');
  return (await isAwaitingCountdown(world, session)) ? never('the countdown') : [];
}

async function isAwaitingCountdown({ store }: World, session: Session): Promise<boolean> {
  if (!session.options.autoReveal) return false;
  const { sessionId } = session;
  const [participants, slots] = [await store.participants(sessionId), await store.slots(sessionId, session)];
  return everyoneHasVoted(roster(session, participants, slots));
}

/** Whether a clock of this very round had run out when it was revealed. */
export function isRevealDue({ history }: World, { at, before }: Committed): boolean {
  const { sessionId } = before;
  const isOf = (one: RoundRef & { sessionId: string }) =>
    one.sessionId === sessionId && sameRound(one, before);
  const states = [...history.sessions, ...history.commits.map(({ after }) => after)].filter(isOf);
  const counted = history.countdowns.some(
    (one) => one.sessionId === sessionId && sameRound(one.of, before) && one.revealAt <= at,
  );
  return counted || states.some(({ deadlineAt }) => deadlineAt !== undefined && deadlineAt <= at);
}
