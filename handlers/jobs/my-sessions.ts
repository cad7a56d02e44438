import type { MySessions } from '../../src/game/my-sessions.ts';
import type { UserRef } from '../../src/game/place.ts';
import type { Session } from '../../src/game/session.ts';
import { readMySessions } from '../../src/play/my-sessions.ts';
import type { JobDeps } from './deps.ts';

/** What somebody takes part in, with links to the messages where Slack gives them. */
export async function mySessions(
  { store, directory, chats, now }: JobDeps,
  user: UserRef,
): Promise<MySessions> {
  async function linkTo({ teamId, channelId, message }: Session): Promise<string | undefined> {
    if (message.ts === undefined) return undefined;
    const link = await chats.for(teamId).permalink(channelId, message.ts);
    return link.ok && link.value !== '' ? link.value : undefined;
  }
  return readMySessions({ store, directory, now, linkTo }, user);
}
