import type { ParticipantRole } from '../../../src/game/participant.ts';
import { actionMillis, MINUTE } from '../../../src/time.ts';
import type { Model } from './model.ts';

/** What somebody is by the newest of their clicks. */
export function roleOf(model: Model, userId: string): ParticipantRole | undefined {
  const known = model.people.get(userId);
  const slot = model.slotsOf(model).get(userId);
  if (slot === undefined || (known && known.at > slot.at)) return known?.role;
  return slot.out ?? 'voter';
}

export function takesPart(model: Model, userId: string): boolean {
  return ['voter', 'observer'].includes(roleOf(model, userId) ?? '');
}

/** Whether the creator has neither commanded nor clicked for ten minutes. */
export function isCreatorSilent(model: Model, now: number): boolean {
  const clicks = [model.people.get(model.creatorId), model.slotsOf(model).get(model.creatorId)];
  const seen = clicks.map((click) => (click ? actionMillis(click.at) : 0));
  return now - Math.max(model.creatorActedAt, ...seen) >= 10 * MINUTE;
}
