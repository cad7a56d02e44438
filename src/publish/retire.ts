import { defined } from '../game/defined.ts';
import type { Paint } from '../game/published.ts';
import type { PostedSession } from '../game/session.ts';
import { type Failure, failureText, isFinal, type Outcome } from '../ports/chat.ts';
import type { Millis } from '../time.ts';
import type { PublishDeps } from './deps.ts';
import { begun, nextTry } from './patience.ts';

/** How often a former message may fail to become a link. Then it stays as it is; its buttons still say where to go. */
const MOST_TRIES = 8;

/**
 * Turns messages that *Move to bottom* has replaced into a line that links to the current one. What Slack refuses for
 * good stays as it is. Answers with a failure that may pass: nothing waits for it, but `retireLater` is to be called.
 */
export async function retireFormer(
  deps: PublishDeps,
  { sessionId, teamId, channelId, message, published, language }: PostedSession,
): Promise<Failure | undefined> {
  const { store, log, now } = deps;
  let later: Failure | undefined;
  for (const former of message.retiring) {
    const update = await point(deps, { teamId, channelId, former, current: message.ts, language });
    if (!update.ok && !isFinal(update.failure)) {
      later = update.failure;
      continue;
    }
    if (!update.ok) log.warn('not retired', { sessionId, teamId, reason: failureText(update.failure) });
    // An earlier update may still land on it and undo this: it is retired once more, with the repaint.
    const isOver = !update.ok || !mayStillLand(published.paint, now());
    if (isOver) await store.markRetired(sessionId, former);
  }
  return later;
}

interface Pointer extends Pick<PostedSession, 'teamId' | 'channelId' | 'language'> {
  former: string;
  current: string;
}

async function point(
  { chats, moved }: PublishDeps,
  { teamId, channelId, former, current, language }: Pointer,
): Promise<Outcome> {
  const chat = chats.for(teamId);
  const link = await chat.permalink(channelId, current);
  // Slack does not answer: to wait for it twice would take the time that the new message needs.
  if (!link.ok && link.failure.kind === 'unknown') return link;
  return chat.update(channelId, former, moved(link.ok ? link.value : undefined, language));
}

/** Has it tried again after a pause; it is counted on the session, and given up in the end. */
export async function retireLater(
  deps: PublishDeps,
  { sessionId }: Pick<PostedSession, 'sessionId'>,
  failure: Failure,
): Promise<void> {
  const session = await deps.store.session(sessionId);
  if (!session) return;
  const { paint, trouble } = session.published;
  const { tries = 0, retireTries = 0, ...rest } = trouble ?? {};
  const before = { ...rest, tries: retireTries };
  const next = await nextTry(deps, session, {
    before,
    begun: begun(before, deps.now()),
    failure,
    isHeld: false,
    most: MOST_TRIES,
  });
  if (next.outcome.kind === 'given up') {
    for (const former of session.message.retiring) await deps.store.markRetired(sessionId, former);
    deps.log.warn('not retired', { sessionId, teamId: session.teamId, reason: failureText(failure) });
  }
  const { tries: counted, ...known } = next.trouble;
  await deps.store.markTrouble(sessionId, paint.number, defined({ ...known, tries, retireTries: counted }));
}

/** Whether an update may be under way whose outcome is unknown. */
function mayStillLand({ painting, againAt }: Paint, now: Millis): boolean {
  return painting || (againAt !== undefined && againAt > now);
}
