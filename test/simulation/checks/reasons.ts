import { roundKey, sameRound } from '../../../src/game/round/round.ts';
import type { Result } from '../../../src/game/round/vote.ts';
import type { Click, ModalWish } from '../people/click.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { toldAfter } from './told.ts';
import { type Violation, violation } from './violation.ts';

type Explained = Click & { wish: Extract<ModalWish, { kind: 'explain' }> };

/** What was said of a reason is what the result shows with that card, and nothing else is shown. */
export function checkReasons(world: World, { session, results }: FinalState): Violation[] {
  const reasons = world.clicks.filter(
    (click): click is Explained => click.wish.kind === 'explain' && click.ref.sessionId === session.sessionId,
  );
  return results.flatMap((result) => {
    const own = reasons.filter(({ ref }) => sameRound(ref, result));
    return [...own.flatMap((click) => checkTold(world, click, own, result)), ...checkShown(own, result)];
  });
}

function checkTold(world: World, click: Explained, all: readonly Explained[], result: Result): Violation[] {
  const { userId, wish, at } = click;
  const shown = result.votes.find((vote) => vote.userId === userId && vote.card === wish.card);
  const isNewest = !all.some((other) => other.userId === userId && other.at > at);
  return toldAfter(world, click).flatMap(({ kind }) => {
    const lost = kind === 'reasonKept' && shown && isNewest && shown.reason !== wish.text;
    const kept = kind === 'reasonTooLate' && shown?.reason === wish.text;
    const text = `${userId} was told ${kind} of ${JSON.stringify(wish)}, but ${roundKey(result)} shows ${shown?.reason}`;
    return lost || kept ? [violation('reasons are shown as told', text)] : [];
  });
}

/** Each reason was given by that person, for that card. */
function checkShown(all: readonly Explained[], result: Result): Violation[] {
  return result.votes.flatMap(({ userId, card, reason }) => {
    const given = all.some(
      (click) => click.userId === userId && click.wish.card === card && click.wish.text === reason,
    );
    return reason === undefined || given
      ? []
      : [violation('reasons are shown as told', `${userId} never said “${reason}” of a ${card}`)];
  });
}
