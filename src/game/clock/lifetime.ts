import { DAY, type Millis } from '../../time.ts';
import type { Changes } from '../changes.ts';
import { isOver, type Session } from '../session.ts';

/** A session is over at the latest this long after it began: all that belongs to it is kept for as long. */
export const LONGEST_LIFE: Millis = 90 * DAY;
/** What is over is kept for a while, so that its message can say so. */
export const AFTERLIFE: Millis = 7 * DAY;
/** How long before its end the creator is told, if votes wait unrevealed … */
const NOTICE_PERIOD: Millis = DAY;
/** … in a session that has run for so long: whoever began it yesterday knows. */
const WORTH_TELLING: Millis = 2 * DAY;

/**
 * When a session that has changed at `now` expires unless it changes again: not before its deadline, and a day more,
 * but never beyond its end. `ttl` is what the operator allows, in ms.
 */
export function expiryOf(
  { status, endsAt, deadlineAt = 0 }: Pick<Session, 'status' | 'endsAt' | 'deadlineAt'>,
  now: Millis,
  ttl: Millis,
): Millis {
  return Math.min(endsAt, status === 'expired' ? now : Math.max(now + ttl, deadlineAt + DAY));
}

/** Whether nobody has touched a session for as long as it lives, or it has reached its end. */
export const hasExpired = (session: Session, now: Millis): boolean =>
  !isOver(session) && session.expiresAt <= now;

/** When the creator is to be told that votes will be lost; for a session in which people vote. */
export const noticeOf = ({ createdAt, expiresAt }: Session): Millis =>
  Math.max(expiresAt - NOTICE_PERIOD, createdAt + WORTH_TELLING);

/** What expiry changes: a result stays, and is the end of its session; votes that nobody has revealed are dropped. */
export const expire = ({ status }: Session, now: Millis): Changes => ({
  status: status === 'revealed' ? 'ended' : 'expired',
  endedAt: now,
  revealAt: null,
  deadlineAt: null,
});
