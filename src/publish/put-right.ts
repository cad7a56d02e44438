import { isTimeZone, nextWallClock } from '../game/clock/wall-clock.ts';
import type { Session } from '../game/session.ts';
import type { PublishDeps } from './deps.ts';

/**
 * Puts right a deadline whose zone was guessed, once it is known where its author is. Answers whether the session has
 * changed, and must be read afresh.
 */
export async function putRight(
  { directory, store, now, log }: PublishDeps,
  session: Session,
): Promise<boolean> {
  const { sessionId, teamId, guessedUntil, deadlineAt, createdAt } = session;
  if (!guessedUntil || deadlineAt !== guessedUntil.as) return false;
  const { userId, as: _, ...time } = guessedUntil;
  const timeZone = (await directory.profile({ teamId, userId }))?.timeZone;
  if (timeZone === undefined || !isTimeZone(timeZone)) return false;
  const { day: __, ...anyDay } = time;
  const meant = nextWallClock(time, createdAt, timeZone) ?? 0;
  const next = meant > now() ? meant : nextWallClock(anyDay, now(), timeZone);
  if (next === undefined || next === deadlineAt) return false;
  const changed = await store.commit(session, { deadlineAt: next }, `time zone ${timeZone}`);
  if (changed) log.info('deadline put right', { sessionId, teamId });
  return true;
}
