import type { Job } from '../../src/queue/queue.ts';
import { roster } from '../../src/session/tally.ts';
import type { JobDeps } from './deps.ts';

/**
 * Reminds every voter whose card is awaited, each in a direct message of their own. Who has voted by now, or whose
 * round is over, is not reminded.
 */
export async function nudge(
  { store, queue, log }: JobDeps,
  { sessionId }: Extract<Job, { kind: 'nudge' }>,
): Promise<undefined> {
  const session = await store.session(sessionId);
  if (session?.status !== 'voting') return;
  const [participants, slots, story] = await Promise.all([
    store.participants(sessionId),
    store.slots(sessionId, session),
    store.story(sessionId, session.story),
  ]);
  const { awaited } = roster(session, participants, slots);
  const { teamId, channelId, creatorId } = session;
  const notice = { kind: 'nudge', title: story?.title ?? '', creatorId } as const;
  const others = awaited.filter((userId) => userId !== creatorId);
  await queue.send(
    others.map((userId) => ({ kind: 'tell', via: 'dm', sessionId, teamId, channelId, userId, notice })),
  );
  log.info('nudged', { sessionId, teamId, people: others.length });
}
