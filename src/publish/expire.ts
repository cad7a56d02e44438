import { expire, hasExpired, noticeOf } from '../game/clock/lifetime.ts';
import type { PublicSession } from '../game/public-session.ts';
import { isOver, type Session } from '../game/session.ts';
import { actionMillis, HOUR, MINUTE, type Millis } from '../time.ts';
import type { PublishDeps } from './deps.ts';

/** No clock of any container is further behind: whoever looks then sees that it is time. */
const SKEW: Millis = MINUTE;
/** What has happened last is tried to be shown for so long, which would put the end off; then the session ends anyway. */
const PATIENCE: Millis = HOUR;

/**
 * Ends a session that nobody has touched for as long as it lives. `isShown`: whether its message shows all there is.
 * What happened since puts the end off, once it is shown. A message that only response_urls can replace is left as it is.
 * Answers whether the session must be read afresh.
 */
export async function expireInTime(
  { store, now, log }: PublishDeps,
  session: Session,
  isShown: boolean,
): Promise<boolean> {
  const since = isShown ? now() : now() - PATIENCE;
  if (session.message.unattended || !hasExpired(session, since)) return false;
  const { sessionId, teamId, status, expiresAt } = session;
  const expired = await store.commit(session, expire(session, now()), `expiry ${expiresAt}`);
  if (expired) log.info('expired', { sessionId, teamId, status });
  return true;
}

/**
 * A changed card leaves no trace but its slot: the message looks as before. Once it matters, the newest slot puts off the
 * expiry. Answers whether the session must be read afresh.
 */
export async function putOff({ store, now }: PublishDeps, session: Session): Promise<boolean> {
  if (session.status !== 'voting' || noticeOf(session) > now()) return false;
  const slots = await store.slots(session.sessionId, session);
  return store.putOff(session, Math.max(0, ...slots.map(({ at }) => actionMillis(at))));
}

/** Tells the creator once that the votes will be lost; twice at worst, as all that is sent, then noted. */
export async function warn(deps: PublishDeps, session: Session, board: PublicSession): Promise<void> {
  const { store, queue, now } = deps;
  const { sessionId, teamId, channelId, creatorId, message, published, expiresAt } = session;
  const votesWait = board.status === 'voting' && board.voted.length > 0;
  if (!votesWait || message.unattended || noticeOf(session) > now()) return;
  if (published.warned === expiresAt) return;
  const notice = { kind: 'expiring', title: board.title } as const;
  await queue.send([{ kind: 'tell', via: 'dm', sessionId, teamId, channelId, userId: creatorId, notice }]);
  await store.markWarned(sessionId, expiresAt);
}

/**
 * Has somebody look when the creator is to be told, or the session has expired. One timer a session: the look that it
 * brings makes the next one, so that a session which is touched every minute costs no more schedules than any other.
 */
export async function scheduleLook(deps: PublishDeps, session: Session): Promise<void> {
  const { store, scheduler, now } = deps;
  const { sessionId, teamId, message } = session;
  if (isOver(session) || message.unattended) return;
  const dueAt = nextLook(session, now());
  const { looksAt = 0 } = session.published;
  if (looksAt > now() && looksAt <= dueAt) return;
  await scheduler.at({ kind: 'timer', sessionId, teamId, dueAt });
  await store.markLook(sessionId, dueAt);
}

function nextLook(session: Session, now: Millis): Millis {
  const notice = noticeOf(session);
  const isToCome = session.status === 'voting' && notice > now && notice < session.expiresAt;
  const look = (isToCome ? notice : session.expiresAt) + SKEW;
  return look > now ? look : now + PATIENCE;
}
