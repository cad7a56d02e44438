import { type RoundRef, roundKey, sameRound } from '../../../src/game/round/round.ts';
import type { Result } from '../../../src/game/round/vote.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { isShownResult } from './shown.ts';
import { type Violation, violation } from './violation.ts';

/** Every revealed round has one result, which never changed and holds only what people cast in time. */
export function checkResults(world: World, { session, results }: FinalState): Violation[] {
  const { sessionId } = session;
  const revealed = world.history.commits
    .filter(({ after, before }) => after.sessionId === sessionId && isReveal(before, after))
    .map(({ after }) => after);
  // Without a message, nobody can repeat a reveal whose Lambda died before it could say so to the queue.
  const isRepeatable = session.message.detached === undefined;
  const missing = revealed
    .filter(() => isRepeatable)
    .filter((round) => !results.some((result) => sameRound(result, round)))
    .map((round) => violation('one result per revealed round', `${roundKey(round)} has no result`));
  const waiting = session.unfrozen
    .filter(() => isRepeatable)
    .map((key) => violation('one result per revealed round', `${key} is still to be frozen`));
  return [
    ...missing,
    ...waiting,
    ...results.flatMap((result) => [
      ...checkUnchanged(world, sessionId, result, revealed),
      ...checkCast(world, sessionId, result),
    ]),
  ];
}

function isReveal(before: { status: string }, after: { status: string }): boolean {
  return before.status !== 'revealed' && after.status === 'revealed';
}

function checkUnchanged(
  { history }: World,
  sessionId: string,
  result: Result,
  revealed: readonly RoundRef[],
): Violation[] {
  const stored = history.results.filter(
    (one) => one.sessionId === sessionId && sameRound(one.result, result),
  );
  const first = JSON.stringify(stored[0]?.result.votes);
  const changed = stored.length !== 1 || first !== JSON.stringify(result.votes);
  const early = !revealed.some((round) => sameRound(round, result));
  const key = roundKey(result);
  return [
    ...(changed ? [violation('one result per revealed round', `the result of ${key} has changed`)] : []),
    ...(early ? [violation('one result per revealed round', `${key} was never revealed`)] : []),
  ];
}

/** Each vote is one click of that person, for that round, made before anybody could see the result. */
function checkCast(world: World, sessionId: string, result: Result): Violation[] {
  const key = roundKey(result);
  const users = result.votes.map(({ userId }) => userId);
  const twice = users.length !== new Set(users).size;
  const shownAt = Math.min(
    ...world.board.messages.flatMap(({ shown }) =>
      shown.filter(({ rendering }) => isShownResult(rendering, sessionId, result)).map(({ at }) => at),
    ),
  );
  const wrong = result.votes.filter(({ userId, card, at }) => {
    const click = world.clicks.find((one) => one.at === at && one.userId === userId);
    if (click?.wish.kind !== 'card') return true;
    return click.wish.card !== card || !sameRound(click.ref, result) || click.clickedAt > shownAt;
  });
  return [
    ...(twice ? [violation('counted is cast', `somebody is in the result of ${key} twice`)] : []),
    ...wrong.map(({ userId, card }) =>
      violation('counted is cast', `nobody cast the ${card} of ${userId} in ${key} before it was shown`),
    ),
  ];
}
