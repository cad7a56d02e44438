import type { EntityItem } from 'electrodb';
import type { Participant, Result, RoundKey, Session, Slot, Story } from '../session/session.ts';
import type { EpochSeconds } from '../time.ts';
import type { Entities } from './entities.ts';

/** Between what ElectroDB stores and the domain's own types. */

type SessionItem = EntityItem<Entities['session']>;

/** A new session as it is stored. Its sets are empty, which DynamoDB cannot store: they begin absent. */
export function toItem(session: Session) {
  const {
    formerMessages: _f,
    retiring: _r,
    unfrozen: _u,
    paint,
    order,
    skipped,
    estimates,
    ...same
  } = session;
  return {
    ...same,
    order: [...order],
    skipped: [...skipped],
    estimates: [...estimates],
    paint: paint.number,
    painting: paint.painting,
    paintedAt: paint.at,
    paintStreak: paint.streak,
  };
}

export function toSession(item: SessionItem): Session {
  const { paint, painting, shownHash, shownPhase, paintedAt, paintStreak, paintAgainAt, ...same } = item;
  return {
    ...same,
    formerMessages: item.formerMessages ?? [],
    retiring: item.retiring ?? [],
    unfrozen: (item.unfrozen ?? []) as RoundKey[],
    expirationTime: item.expirationTime as EpochSeconds,
    paint: {
      number: paint,
      painting,
      at: paintedAt,
      streak: paintStreak,
      ...(shownHash !== undefined && { hash: shownHash }),
      ...(shownPhase !== undefined && { phase: shownPhase }),
      ...(paintAgainAt !== undefined && { againAt: paintAgainAt }),
    },
  };
}

export function toSlot(item: EntityItem<Entities['vote']>): Slot {
  const { sessionId: _, expirationTime: __, ...slot } = item;
  return slot;
}

export function toParticipant({ userId, role, at }: EntityItem<Entities['participant']>): Participant {
  return { userId, role, at };
}

export function toStory({ story, title }: EntityItem<Entities['story']>): Story {
  return { number: story, title };
}

export function toResult({ story, round, votes }: EntityItem<Entities['result']>): Result {
  return { story, round, votes };
}
