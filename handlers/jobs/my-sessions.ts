import type { MySessions } from '../../src/game/my-sessions.ts';
import type { UserRef } from '../../src/game/place.ts';
import { isPosted, type Session } from '../../src/game/session.ts';
import { readMySessions } from '../../src/play/my-sessions.ts';
import type { JobDeps } from './deps.ts';
import { messageLink } from './message-link.ts';

/** What somebody takes part in, with links to the messages where Slack gives them. */
export async function mySessions(
  { store, directory, chats, now }: JobDeps,
  user: UserRef,
): Promise<MySessions> {
  const linkTo = async (session: Session) =>
    isPosted(session) ? messageLink(chats, session, session.message.ts) : undefined;
  return readMySessions({ store, directory, now, linkTo }, user);
}
