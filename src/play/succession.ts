import { isRefusal, refuse } from '../game/refusal.ts';
import type { Session } from '../game/session.ts';
import type { NewStory } from '../game/story/story-line.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../time.ts';
import { type Actor, type ControlAnswer, control, sessionFor } from './control.ts';
import { isGuest, lastSeen, takesPart } from './presence.ts';
import { addStories } from './stories.ts';

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
  return control(store, now, session, actor, { kind: 'takeOver', creatorLastSeen });
}

/**
 * Hands the session to another participant, and adds stories before, if there are any: all of it is done, or nothing.
 * `session`: as for `addStories`.
 */
export async function handOver(
  store: Store,
  now: Clock,
  session: Session,
  actor: Actor,
  to: string,
  added: readonly NewStory[] = [],
): Promise<ControlAnswer> {
  if (actor.userId === session.creatorId) {
    if (!(await takesPart(store, session, to))) return refuse({ code: 'not_participant', userId: to });
    if (await isGuest(store, session, to)) return refuse({ code: 'external' });
  }
  if (added.length > 0) return addStories(store, now, session, actor, added, to);
  return control(store, now, session, actor, { kind: 'handOver', to });
}
