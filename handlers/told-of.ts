import type { News, Succession } from '../src/game/notice.ts';
import type { Session } from '../src/game/session.ts';
import { runningTitle } from '../src/play/stories.ts';
import type { Job } from '../src/ports/job.ts';
import type { Store } from '../src/ports/store.ts';

/**
 * Tells both that a session has another host: they may look elsewhere. `session`: as it was before.
 */
export async function toldOfHost(
  store: Pick<Store, 'story'>,
  session: Session,
  to: string,
  how: Succession,
): Promise<Job[]> {
  const from = session.creatorId;
  if (from === to) return [];
  const title = await runningTitle(store, session);
  return [
    ...tellOf(session, to, { kind: 'hostNow', title, from, how }),
    ...tellOf(session, from, { kind: 'hostBefore', title, to, how }),
  ];
}

/** Tells somebody that the creator has removed them. */
export async function toldOfRemoval(
  store: Pick<Store, 'story'>,
  session: Session,
  userId: string,
  vote: { withdrawn: boolean; counted?: string },
): Promise<Job[]> {
  const { creatorId } = session;
  return tellOf(session, userId, {
    kind: 'removed',
    title: await runningTitle(store, session),
    creatorId,
    ...vote,
  });
}

/** Where a deadline runs, people are not all there at once: a direct message waits for them. */
function tellOf(session: Session, userId: string, notice: News): Job[] {
  const { sessionId, teamId, channelId, deadlineAt, message } = session;
  if (message.unattended) return [];
  const via = deadlineAt === undefined ? 'channel' : 'dm';
  return [{ kind: 'tell', via, sessionId, teamId, channelId, userId, notice }];
}
