import type { Paint } from '../game/published.ts';
import type { PostedSession } from '../game/session.ts';
import { isTerminal } from '../ports/chat.ts';
import type { Millis } from '../time.ts';
import type { PublishDeps } from './deps.ts';
import { afterFailure, type PublishOutcome } from './outcome.ts';

/** Turns messages that *Move to bottom* has replaced into a line that links to the current one. */
export async function retireFormer(
  deps: PublishDeps,
  { sessionId, teamId, channelId, message, published, language }: PostedSession,
): Promise<PublishOutcome | undefined> {
  const { chats, store } = deps;
  const chat = chats.for(teamId);
  for (const former of message.retiring) {
    const link = await chat.permalink(channelId, message.ts);
    const pointer = deps.moved(link.ok ? link.value : undefined, language);
    const update = await chat.update(channelId, former, pointer);
    if (!update.ok && !isTerminal(update.failure)) return afterFailure(update.failure);
    // An earlier update may still land on it and undo this: it is retired once more, with the repaint.
    const isFinal = !update.ok || !mayStillLand(published.paint, deps.now());
    if (isFinal) await store.markRetired(sessionId, former);
  }
  return undefined;
}

/** Whether an update may be under way whose outcome is unknown. */
function mayStillLand({ painting, againAt }: Paint, now: Millis): boolean {
  return painting || (againAt !== undefined && againAt > now);
}
