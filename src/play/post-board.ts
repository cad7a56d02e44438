import type { PublicSession } from '../game/public-session.ts';
import type { Session } from '../game/session.ts';
import type { Outcome, Rendering } from '../ports/chat.ts';
import type { Deps } from './deps.ts';
import { wholeOrPlain } from './whole-or-plain.ts';

interface Posted {
  posted: Outcome<string>;
  /** What was posted. */
  message: Rendering;
}

/**
 * Posts the message of a session; in a plain form, if Slack refuses what it says. Without `mentions` it notifies nobody.
 */
export async function postBoard(
  deps: Deps,
  { sessionId, teamId, channelId }: Session,
  board: PublicSession,
  how: { mentions?: boolean } = {},
): Promise<Posted> {
  const chat = deps.chats.for(teamId);
  const rendering = deps.render(board, how);
  const plain = () => deps.render(board, { ...how, plain: true });
  const post = (one: Rendering) => chat.post(channelId, one);
  const { sent: posted, message } = await wholeOrPlain(
    deps,
    { sessionId, teamId },
    { rendering, plain },
    post,
  );
  return { posted, message };
}
