import { defined } from '../game/defined.ts';
import type { Refusal } from '../game/refusal.ts';
import { belongs, type Origin } from '../game/round/tally.ts';
import type { Session } from '../game/session.ts';
import type { Store } from '../ports/store.ts';
import type { ActionTs } from '../time.ts';

/** A click on the session's message, as Slack signed it. */
export interface Click extends Origin {
  sessionId: string;
  userId: string;
  /** A guest from another workspace. */
  external?: boolean;
  at: ActionTs;
}

/** What a slot remembers of a click, which may carry more than that. */
export const slotOwner = ({ userId, teamId, external, channelId, messageTs, at }: Click) =>
  defined({ userId, teamId, external, channelId, messageTs, at });

/** The session on whose own message somebody has clicked, strongly consistent; or why there is none for this click. */
export async function clickedSession(
  store: Store,
  { sessionId, ...origin }: Origin & { sessionId: string },
): Promise<Session | Refusal> {
  const session = await store.session(sessionId);
  if (!session) return { code: 'session_over' };
  return (await recognise(store, session, origin)) ?? { code: 'not_this_message' };
}

/** The same where there was no click on the message: in a modal, or a private line, of the session's channel. */
export async function sessionInChannel(
  store: Store,
  sessionId: string,
  channelId: string,
): Promise<Session | Refusal> {
  const session = await store.session(sessionId);
  if (!session) return { code: 'session_over' };
  return channelId === session.channelId ? session : { code: 'not_this_message' };
}

/**
 * The session, if a click was made on its own message; `undefined` if on any other. A message that is not
 * known yet is adopted: it was posted, but its `ts` was lost on the way to the store. That can only be one of
 * ours in the session's own channel, while the session has no message or is just moving to a new one.
 */
async function recognise(store: Store, session: Session, origin: Origin): Promise<Session | undefined> {
  const { message } = session;
  if (belongs(session, origin)) {
    if (message.detached !== undefined) await store.attach(session.sessionId);
    return session;
  }
  const { teamId, channelId, messageTs } = origin;
  const mayAdopt = message.ts === undefined || message.movingSince !== undefined;
  if (!mayAdopt || teamId !== session.teamId || channelId !== session.channelId) return undefined;
  await store.bindMessage(session, messageTs);
  const bound = await store.session(session.sessionId);
  return bound && belongs(bound, origin) ? bound : undefined;
}
