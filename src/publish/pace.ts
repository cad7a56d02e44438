import type { Session } from '../game/session.ts';
import { type Millis, SECOND } from '../time.ts';
import { mayPaintThrough } from './brush.ts';
import type { PublishDeps } from './deps.ts';
import type { PublishOutcome } from './outcome.ts';
import { pause, QUIET, STEP } from './pacing.ts';
import { isNewPhase, isShown, type Picture } from './picture.ts';
import { settle } from './settle.ts';
import type { Turn } from './turns.ts';

/** A longer wait for a turn does not hold the session's group: a timer comes when it is there. */
const HELD: Millis = 2 * SECOND;

/**
 * Waits until Slack may be bothered again, looking afresh several times a second: a new phase, such as a
 * reveal, never waits for the pace, and a burst that has come to rest is shown at once. Then the session takes its turn
 * among all of its workspace. Answers with what to show by then, `undefined` if there is nothing to show it on.
 */
export async function pace(deps: PublishDeps, first: Picture): Promise<Picture | PublishOutcome | undefined> {
  let picture = first;
  const began = deps.now();
  let changedAt = began;
  let turn = first.session.published.trouble?.turn;
  for (;;) {
    const { session, hash } = picture;
    const now = deps.now();
    const quietIn = changedAt + QUIET - now;
    const { at, streak } = session.published.paint;
    // A container whose clock is ahead may have painted last, in a time that is still to come.
    const paint = { at: Math.min(at, began), streak };
    let wait = isNewPhase(picture) ? 0 : pause(paint, quietIn <= 0, now);
    if (wait <= 0) {
      const noted = turn;
      const hasOtherWay = mayPaintThrough(deps, picture);
      turn = await nextTurn(deps, picture, { noted, hasOtherWay });
      if (turn.taken && turn.at <= deps.now()) return picture;
      if (hasOtherWay) return { ...picture, isThrough: true };
      wait = turn.at - now;
      if (wait > HELD) return comeBack(deps, session, turn, turn === noted);
    }
    await deps.sleep(Math.max(1, Math.min(wait, STEP, quietIn > 0 ? quietIn : STEP)));
    const next = await settle(deps, session.sessionId);
    if (!next || isShown(next, deps.now())) return next;
    if (next.hash !== hash) changedAt = deps.now();
    picture = next;
  }
}

/**
 * The session's turn: the one that it waits for, or another if that has come in vain or a new phase cannot wait for it.
 * A new phase that Slack has refused had taken one, and has waited.
 */
async function nextTurn(
  { turns, now }: PublishDeps,
  picture: Picture,
  { noted, hasOtherWay }: { noted: Turn | undefined; hasOtherWay: boolean },
): Promise<Turn> {
  const { teamId, message, published } = picture.session;
  const at = now();
  // Slack does not count together what goes through response_urls.
  if (message.unattended) return { at, taken: true, putOff: 0 };
  const isNew = isNewPhase(picture);
  if (noted && (noted.taken || (!isNew && noted.at > at))) return noted;
  const retryAt = published.trouble?.nextAt;
  if (isNew && retryAt !== undefined && retryAt <= at) return { at, taken: true, putOff: 0 };
  return turns.take(teamId, { isNewPhase: isNew, awaited: noted, hasOtherWay });
}

/** The timer first: what is noted of it must be true. */
async function comeBack(
  { queue, store }: PublishDeps,
  { sessionId, teamId, published }: Session,
  turn: Turn,
  isNoted: boolean,
): Promise<PublishOutcome> {
  const { paint, trouble } = published;
  if (!isNoted) {
    await queue.send([{ kind: 'timer', sessionId, teamId, dueAt: turn.at }]);
    await store.markTrouble(sessionId, paint.number, { tries: 0, ...trouble, turn });
  }
  return { kind: 'later', why: 'others come first', cause: 'turn' };
}
