import type { ChannelRef, UserRef } from '../game/place.ts';
import { isOver, isPosted, type PostedSession } from '../game/session.ts';
import type { Deps } from './deps.ts';
import { takesPart } from './presence.ts';

/** How many sessions of a channel are looked at, the newest first: nobody means one from before so many. */
const LOOKED_AT = 20;

type Sources = Pick<Deps, 'store' | 'directory'>;

/** The sessions that run in a channel and have a message there, the newest first, strongly consistent. */
export async function runningHere(
  { store, directory }: Sources,
  channel: ChannelRef,
): Promise<PostedSession[]> {
  const ids = await directory.running(channel, LOOKED_AT);
  const sessions = await Promise.all(ids.map((id) => store.session(id)));
  return sessions.flatMap((session) => {
    const isHere = session && session.channelId === channel.channelId && isPosted(session);
    return isHere && !isOver(session) && session.message.detached === undefined ? [session] : [];
  });
}

/** Those of these sessions in which somebody takes part. */
export async function joinedBy(
  { store }: Pick<Sources, 'store'>,
  sessions: readonly PostedSession[],
  userId: string,
): Promise<PostedSession[]> {
  const joined = await Promise.all(sessions.map((session) => takesPart(store, session, userId)));
  return sessions.filter((_, index) => joined[index]);
}

/**
 * The sessions that a typed card may be for: the newest of the channel, and open votes of it that somebody has joined.
 * More than one, and they have to be asked which.
 */
export async function sessionsToVoteIn(
  sources: Sources,
  where: ChannelRef & UserRef,
): Promise<PostedSession[]> {
  const [newest, ...others] = await runningHere(sources, where);
  if (!newest) return [];
  const open = others.filter(({ status }) => status === 'voting');
  return [newest, ...(await joinedBy(sources, open, where.userId))];
}

/** The newest session of a channel that somebody hosts; else the newest, where they are told who does. */
export async function sessionToControl(
  sources: Sources,
  where: ChannelRef & UserRef,
): Promise<PostedSession | undefined> {
  const running = await runningHere(sources, where);
  return running.find(({ creatorId }) => creatorId === where.userId) ?? running[0];
}
