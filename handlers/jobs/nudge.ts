import { missingVoters } from '../../src/play/presence.ts';
import type { JobOf } from '../../src/ports/job.ts';
import { done, type Verdict } from '../../src/ports/queue.ts';
import type { JobDeps } from './deps.ts';

/**
 * Reminds every voter whose card is awaited, each in a direct message of their own. Who has voted by now, or whose
 * round is over, is not reminded.
 */
export async function nudge({ store, queue, log }: JobDeps, { sessionId }: JobOf<'nudge'>): Promise<Verdict> {
  const session = await store.session(sessionId);
  if (session?.status !== 'voting') return done;
  const [missing, story] = await Promise.all([
    missingVoters(store, session),
    store.story(sessionId, session.story),
  ]);
  const { teamId, channelId, creatorId } = session;
  const notice = { kind: 'nudge', title: story?.title ?? '', creatorId } as const;
  await queue.send(
    missing.map((userId) => ({ kind: 'tell', via: 'dm', sessionId, teamId, channelId, userId, notice })),
  );
  log.info('nudged', { sessionId, teamId, people: missing.length });
  return done;
}
