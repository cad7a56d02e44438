import { isRefusal, refuse } from '../game/refusal.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../time.ts';
import { type Actor, type ControlAnswer, control, sessionFor } from './control.ts';
import { lastSeen, takesPart } from './presence.ts';

/** A participant's wish to become the creator; granted after ten minutes of the creator's silence. */
export async function takeOver(
  store: Store,
  now: Clock,
  sessionId: string,
  actor: Actor,
): Promise<ControlAnswer> {
  const session = await sessionFor(store, sessionId, actor);
  if (isRefusal(session)) return refuse(session);
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
  if (isRefusal(session)) return refuse(session);
  if (actor.userId === session.creatorId && !(await takesPart(store, session, to))) {
    return refuse({ code: 'not_participant', userId: to });
  }
  return control(store, now, sessionId, actor, { kind: 'handOver', to });
}
