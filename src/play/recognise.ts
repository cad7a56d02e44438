import { belongs, type Origin } from '../game/round/tally.ts';
import type { Session } from '../game/session.ts';
import type { Store } from '../ports/store.ts';

/**
 * The session, if a click was made on its own message; `undefined` if on any other. A message that is not
 * known yet is adopted: it was posted, but its `ts` was lost on the way to the store. That can only be one of
 * ours in the session's own channel, while the session has no message or is just moving to a new one.
 */
export async function recognise(
  store: Store,
  session: Session,
  origin: Origin,
): Promise<Session | undefined> {
  if (belongs(session, origin)) {
    if (session.message.detached !== undefined) await store.attach(session.sessionId);
    return session;
  }
  const { teamId, channelId, messageTs } = origin;
  const { ts, movingSince } = session.message;
  const mayAdopt = ts === undefined || movingSince !== undefined;
  if (!mayAdopt || teamId !== session.teamId || channelId !== session.channelId) return undefined;
  await store.bindMessage(session, messageTs);
  const bound = await store.session(session.sessionId);
  return bound && belongs(bound, origin) ? bound : undefined;
}
