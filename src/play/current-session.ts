import type { ChannelRef, UserRef } from '../game/place.ts';
import { isOver, isPosted, type PostedSession } from '../game/session.ts';
import type { Deps } from './deps.ts';
import { takesPart } from './presence.ts';

/** Sessions of a person that are looked at for one that runs in this channel: nobody has more of them open. */
const LOOKED_AT = 25;

/**
 * The newest running session of this channel that somebody has created or takes part in: what they do by keyboard
 * is done to it, as if they had clicked on its message.
 */
export async function currentSession(
  { store, directory }: Pick<Deps, 'store' | 'directory'>,
  of: ChannelRef & UserRef,
): Promise<PostedSession | undefined> {
  const { channelId, userId } = of;
  const ids = (await directory.sessionsOf(of)).slice(0, LOOKED_AT);
  for (const sessionId of ids) {
    const session = await store.session(sessionId);
    if (!session || session.channelId !== channelId || isOver(session) || !isPosted(session)) continue;
    if (session.creatorId === userId || (await takesPart(store, session, userId))) return session;
  }
  return undefined;
}
