import type { Session } from '../game/session.ts';
import { runningTitle } from '../play/stories.ts';
import { type Failure, failureText, isFinal } from '../ports/chat.ts';
import type { PublishDeps } from './deps.ts';

/**
 * Slack takes no more updates of this message, for this reason of its own. Its creator is told in private, once for each
 * reason: before it is remembered, because whoever remembers first may not live to tell. (Twice at worst.)
 * Answers with why they could not be told just now; the session is not detached then.
 */
export async function detach(
  deps: PublishDeps,
  session: Session,
  error: string,
): Promise<Failure | undefined> {
  const { store, log, metrics } = deps;
  const { sessionId, teamId } = session;
  if (session.message.farewell !== error) {
    const untold = await sayFarewell(deps, session, error);
    if (untold && !isFinal(untold)) return untold;
    if (untold) log.warn('creator not told', { sessionId, teamId, reason: failureText(untold) });
  }
  if (await store.detach(sessionId, error)) {
    metrics.count('Detached');
    log.warn('detached', { sessionId, teamId, error });
  }
  return undefined;
}

async function sayFarewell(deps: PublishDeps, session: Session, error: string): Promise<Failure | undefined> {
  const { sessionId, teamId, creatorId, channelId } = session;
  const title = await runningTitle(deps.store, session);
  const reader = { teamId, userId: creatorId, channelId, sessionId };
  const line = await deps.tell({ kind: 'farewell', error, title }, reader);
  const told = await deps.chats.for(teamId).postDirect(creatorId, line);
  return told.ok ? undefined : told.failure;
}
