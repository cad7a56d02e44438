import type { Session } from '../game/session.ts';
import { isTerminal } from '../ports/chat.ts';
import type { Millis } from '../time.ts';
import type { PublishDeps } from './deps.ts';
import { afterFailure, type PublishOutcome } from './outcome.ts';
import type { Picture } from './picture.ts';

/** Turns messages that *Move to bottom* has replaced into a line that links to the current one. */
export async function retireFormer(
  deps: PublishDeps,
  session: Picture['session'],
): Promise<PublishOutcome | undefined> {
  const { chats, store } = deps;
  const chat = chats.for(session.teamId);
  for (const messageTs of session.retiring) {
    const link = await chat.permalink(session.channelId, session.messageTs);
    const update = await chat.update(
      session.channelId,
      messageTs,
      deps.moved(link.ok ? link.value : undefined, session.language),
    );
    if (!update.ok && !isTerminal(update.failure)) return afterFailure(update.failure);
    // An earlier update may still land on it and undo this: it is retired once more, with the repaint.
    const isFinal = !update.ok || !mayStillLand(session, deps.now());
    if (isFinal) await store.markRetired(session.sessionId, messageTs);
  }
  return undefined;
}

/** Whether an update may be under way whose outcome is unknown. */
function mayStillLand({ paint: { painting, againAt } }: Session, now: Millis): boolean {
  return painting || (againAt !== undefined && againAt > now);
}
