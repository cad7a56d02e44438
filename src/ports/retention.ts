import { decodeTime, isValid } from 'ulid';
import { AFTERLIFE, expiryOf, LONGEST_LIFE } from '../game/clock/lifetime.ts';
import type { Session } from '../game/session.ts';
import { type Clock, DAY, type EpochSeconds, epochSeconds, HOUR, type Millis, SECOND } from '../time.ts';

/** How long things are kept, whatever they are kept in. */

/** Whoever has waited this long without seeing a message means it when they start again. */
export const START_TTL: Millis = 30 * SECOND;
/** A move that has not ended by then has failed. */
export const MOVE_TAKES_AT_MOST: Millis = 30 * SECOND;
/** How long what Slack said of somebody is kept. */
export const PROFILE_TTL: Millis = 30 * DAY;
/** No job of a session lives longer. */
export const DEAD_TOKEN_TTL: Millis = 30 * DAY;
export const CLAIM_TTL: Millis = 1 * HOUR;
/** That a session is over is remembered for longer than any publisher lives that has seen it run. */
export const OVER_TTL: Millis = 1 * DAY;
export const SHARE_TTL: Millis = 1 * DAY;
/** A long weekend: what is in a queue that has given it up may tell a card, or hold a response_url. */
export const DEAD_LETTER_TTL: Millis = 4 * DAY;

/** What a change at `changedAt` makes of the lifetime of a session. */
export function lifetimeOf(session: Session, changedAt: Millis, sessionTtlHours: number) {
  const expiresAt = expiryOf(session, changedAt, sessionTtlHours * HOUR);
  return { expiresAt, expirationTime: epochSeconds(expiresAt, AFTERLIFE) };
}

/**
 * How long what belongs to a session is kept. When it began, its id says, which is a ULID: a vote is written before its
 * session is read, for an id that may not even be one of ours.
 */
export function keptUntil(sessionId: string, now: Clock): EpochSeconds {
  const began = isValid(sessionId) ? decodeTime(sessionId) : now();
  return epochSeconds(began, LONGEST_LIFE + AFTERLIFE);
}
