import type { ChannelRef, UserRef } from '../game/place.ts';
import { isOver, type Session } from '../game/session.ts';
import type { Deps } from './deps.ts';
import { takesPart } from './presence.ts';

/** Sessions of a person that are looked at for one that runs in this channel: nobody has more of them open. */
const LOOKED_AT = 25;

/** A session on whose message somebody may act by keyboard, as if they had clicked on it. */
export type Own = Session & { messageTs: string };

/** The newest running session of this channel that somebody has created or takes part in. */
export async function ownSession(
  { store, directory }: Deps,
  of: ChannelRef & UserRef,
): Promise<Own | undefined> {
  const { channelId, userId } = of;
  const ids = (await directory.sessionsOf(of)).slice(0, LOOKED_AT);
  for (const sessionId of ids) {
    const session = await store.session(sessionId);
    if (!session || session.channelId !== channelId || isOver(session)) continue;
    const { messageTs, creatorId } = session;
    if (messageTs === undefined) continue;
    if (creatorId === userId || (await takesPart(store, session, userId))) return { ...session, messageTs };
  }
  return undefined;
}
