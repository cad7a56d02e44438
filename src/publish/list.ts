import { isOver, type Session } from '../game/session.ts';
import type { PublishDeps } from './deps.ts';

/**
 * Keeps the list of the sessions that run in a channel: what people type there is meant for one of them. Once when a
 * session begins to run and once when it is over; doing it again is harmless.
 */
export async function list({ store, directory }: PublishDeps, session: Session): Promise<void> {
  const as = isOver(session) ? 'over' : 'running';
  if (session.published.listed === as) return;
  await directory.listSession(session, as);
  await store.markListed(session.sessionId, as);
}
