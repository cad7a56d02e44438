import type { Store } from '../store/store.ts';
import { actionMillis, type Clock, type Millis } from '../time.ts';
import { type Actor, type ControlAnswer, control, refuse, sessionFor } from './control.ts';
import type { Session } from './session.ts';

/** A participant's wish to become the creator; granted after ten minutes of the creator's silence. */
export async function takeOver(
  store: Store,
  now: Clock,
  sessionId: string,
  actor: Actor,
): Promise<ControlAnswer> {
  const session = await sessionFor(store, sessionId, actor);
  if ('code' in session) return refuse(session);
  if (!(await takesPart(store, session, actor.userId))) {
    return refuse({ code: 'not_participant', userId: actor.userId });
  }
  const creatorLastSeen = await lastSeen(store, session, session.creatorId);
  return control(store, now, sessionId, actor, { kind: 'takeOver', creatorLastSeen });
}

/** Hands the session to another participant. */
export async function handOver(
  store: Store,
  now: Clock,
  sessionId: string,
  actor: Actor,
  to: string,
): Promise<ControlAnswer> {
  const session = await sessionFor(store, sessionId, actor);
  if ('code' in session) return refuse(session);
  if (actor.userId === session.creatorId && !(await takesPart(store, session, to))) {
    return refuse({ code: 'not_participant', userId: to });
  }
  return control(store, now, sessionId, actor, { kind: 'handOver', to });
}

/** Whether somebody is a voter or an observer: by their own click, or by a card in the running round. */
export async function takesPart(store: Store, session: Session, userId: string): Promise<boolean> {
  const { participant, slot } = await traces(store, session, userId);
  if (slot && (!participant || participant.at < slot.at)) {
    return slot.card !== undefined || slot.out === 'observer';
  }
  return participant?.role === 'voter' || participant?.role === 'observer';
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
