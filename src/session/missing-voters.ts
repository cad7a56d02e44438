import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';
import { roster } from './tally.ts';

/** The voters who can be reminded of the running round: those who have not voted, the creator apart, who reminds. */
export async function missingVoters(store: Store, session: Session): Promise<string[]> {
  if (session.status !== 'voting') return [];
  const [participants, slots] = await Promise.all([
    store.participants(session.sessionId),
    store.slots(session.sessionId, session),
  ]);
  const { awaited } = roster(session, participants, slots);
  return awaited.filter((userId) => userId !== session.creatorId);
}
