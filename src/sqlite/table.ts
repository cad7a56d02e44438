import type { SessionMessage } from '../game/message.ts';
import type { Paint, Published } from '../game/published.ts';
import type { RoundRef } from '../game/round/round.ts';
import type { Session } from '../game/session.ts';
import { keptUntil, lifetimeOf } from '../ports/retention.ts';
import type { Start } from '../ports/store.ts';
import type { Database } from './database.ts';
import { type Key, openItems } from './items.ts';

export interface SqliteStoreOptions {
  database: Database;
  /** How long a session lives after its last change. */
  sessionTtlHours: number;
}

/** What to set; what is `undefined` is removed. */
type Patch<T> = { [K in keyof T]?: T[K] | undefined };

/** The message and what the publisher remembers are changed in part, as the rest is. */
type SessionPatch = Patch<Omit<Session, 'message' | 'published'>> & {
  message?: Patch<SessionMessage>;
  published?: Patch<Published>;
};

const session = (sessionId: string) => `SESSION#${sessionId}`;
const three = (number: number) => String(number).padStart(3, '0');
const two = (number: number) => String(number).padStart(2, '0');

/** The items of sessions. A name without its last part is the prefix of all that differ there. */
export const KEYS = {
  session: (sessionId: string): Key => [session(sessionId), 'DETAILS'],
  story: (sessionId: string, story?: number): Key => [
    session(sessionId),
    `BACKLOG#${story === undefined ? '' : three(story)}`,
  ],
  participant: (sessionId: string, userId = ''): Key => [session(sessionId), `PARTICIPANT#${userId}`],
  slot: (sessionId: string, { story, round }: RoundRef, userId = ''): Key => [
    session(sessionId),
    `STORY#${three(story)}#ROUND#${two(round)}#VOTE#${userId}`,
  ],
  result: (sessionId: string, { story, round }: RoundRef): Key => [
    session(sessionId),
    `RESULT#${three(story)}#${two(round)}`,
  ],
  results: (sessionId: string, story?: number): Key => [
    session(sessionId),
    `RESULT#${story === undefined ? '' : `${three(story)}#`}`,
  ],
  reason: (sessionId: string, { story, round }: RoundRef, userId = ''): Key => [
    session(sessionId),
    `REASON#${three(story)}#${two(round)}#${userId}`,
  ],
  start: ({ teamId, channelId, userId, wish }: Start): Key => [
    `START#${teamId}#${channelId}#${userId}`,
    `CLAIM#${wish}`,
  ],
};

/** The id of the session that a first key is of. */
export const sessionIdOf = (pk: string): string => pk.slice(session('').length);

/** Whoever created or joined a session, as `sessionsOf` looks for them. */
export const personOf = (teamId: string, userId: string): string => `${teamId}#${userId}`;

/** The items of sessions, and what reading and writing them has in common. */
export function openTable({ database, sessionTtlHours }: SqliteStoreOptions) {
  const { now, transaction } = database;
  const items = openItems(database);
  const putSession = (one: Session) => {
    const { expirationTime: expires } = one;
    items.put(KEYS.session(one.sessionId), one, { expires, person: personOf(one.teamId, one.creatorId) });
  };
  return {
    items,
    now,
    transaction,
    putSession,
    lifetime: (one: Session, changedAt = now()) => lifetimeOf(one, changedAt, sessionTtlHours),
    /** What every other item of a session is written with: it is kept as long as the session can be. */
    owned: (sessionId: string) => ({ expires: keptUntil(sessionId, now) }),
    /**
     * One conditional write: `change` says what becomes of the session as it is, or nothing if the condition does not
     * hold; then, and if there is no session, `false`.
     */
    patch(sessionId: string, change: (session: Session) => SessionPatch | undefined): boolean {
      return transaction(() => {
        const before = items.get<Session>(KEYS.session(sessionId));
        const changes = before && change(before);
        if (!before || !changes) return false;
        putSession(patched(before, changes));
        return true;
      });
    },
  };
}

export type Table = ReturnType<typeof openTable>;

// What is undefined is gone once it is JSON.
const patched = (before: Session, { message, published, ...changes }: SessionPatch): Session =>
  ({
    ...before,
    ...changes,
    message: { ...before.message, ...message },
    published: { ...before.published, ...published },
  }) as Session;

/** What is shown is not known any more. */
export const withoutHash = ({ hash: _, ...paint }: Paint): Paint => paint;
