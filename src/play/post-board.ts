import type { PublicSession } from '../game/public-session.ts';
import type { Session } from '../game/session.ts';
import { type Failure, isAboutContent, type Outcome, type Rendering } from '../ports/chat.ts';
import type { Deps } from './deps.ts';

interface Posted {
  posted: Outcome<string>;
  /** What was posted. */
  message: Rendering;
}

/**
 * Posts the message of a session; in a plain form, if Slack refuses what it says. Without `mentions` it notifies nobody.
 */
export async function postBoard(
  { chats, log, metrics, render }: Deps,
  { sessionId, teamId, channelId }: Session,
  board: PublicSession,
  how: { mentions?: boolean } = {},
): Promise<Posted> {
  const chat = chats.for(teamId);
  const message = render(board, how);
  const posted = await chat.post(channelId, message);
  if (posted.ok || !isAboutContent(posted.failure)) return { posted, message };
  logRefused({ log, metrics }, { sessionId, teamId }, posted.failure);
  const plain = render(board, { ...how, plain: true });
  return { posted: await chat.post(channelId, plain), message: plain };
}

function logRefused(
  { log, metrics }: Pick<Deps, 'log' | 'metrics'>,
  of: { sessionId: string; teamId: string },
  failure: Failure & { error: string },
): void {
  metrics.count('PublishFailures');
  log.error('picture refused', { ...of, why: failure.error });
}
