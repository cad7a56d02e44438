import type { Participant } from '../game/participant.ts';
import { roster } from '../game/round/roster.ts';
import type { Session } from '../game/session.ts';
import type { Store } from '../ports/store.ts';
import { actionMillis, type Millis } from '../time.ts';

/** Whether somebody is a voter or an observer: by their own click, or by a card in the running round. */
export async function takesPart(store: Store, session: Session, userId: string): Promise<boolean> {
  const { participant, slot } = await traces(store, session, userId);
  if (slot && (!participant || participant.at < slot.at)) {
    return slot.card !== undefined || slot.out === 'observer';
  }
  return participant?.role === 'voter' || participant?.role === 'observer';
}

/** Whether somebody is a guest from another workspace, as far as the session has seen them. */
export async function isGuest(store: Store, session: Session, userId: string): Promise<boolean> {
  const { participant, slot } = await traces(store, session, userId);
  return (participant?.external ?? slot?.external) === true;
}

/** When somebody last clicked in this session, as far as it remembers; 0 if never. */
export async function lastSeen(store: Store, session: Session, userId: string): Promise<Millis> {
  const { participant, slot } = await traces(store, session, userId);
  return Math.max(0, ...[participant, slot].map((item) => (item ? actionMillis(item.at) : 0)));
}

/** What somebody's clicks have left in the session. */
async function traces(store: Store, session: Session, userId: string) {
  const [participant, slot] = await Promise.all([
    store.participant(session.sessionId, userId),
    store.slot(session.sessionId, session, userId),
  ]);
  return { participant, slot };
}

/** Whoever joined by tapping a card is a participant from now on, in later rounds too. */
export async function admit(store: Store, session: Session, voters: readonly Participant[]): Promise<void> {
  await Promise.all(voters.map((voter) => store.writeParticipant(session, voter)));
}

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
