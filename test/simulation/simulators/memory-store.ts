import { decodeTime, isValid } from 'ulid';
import { afterChanges } from '../../../src/game/changes.ts';
import { AFTERLIFE, expiryOf, LONGEST_LIFE } from '../../../src/game/clock/lifetime.ts';
import type { SessionMessage } from '../../../src/game/message.ts';
import type { Published } from '../../../src/game/published.ts';
import { type RoundRef, roundKey, sameRound } from '../../../src/game/round/round.ts';
import type { Result, Slot } from '../../../src/game/round/vote.ts';
import { isOver, type Session } from '../../../src/game/session.ts';
import type { Start, Store } from '../../../src/ports/store.ts';
import { type Clock, epochSeconds, HOUR, SECOND } from '../../../src/time.ts';
import { type Partition, SessionTable } from './session-table.ts';

const MOVE_TAKES_AT_MOST = 30 * SECOND;
const CLAIM_LIFE = 30 * SECOND;

/** What to set; what is `undefined` is removed. */
type Patch<T> = { [K in keyof T]?: T[K] | undefined };

/** The message and what the publisher remembers are changed in part, as the rest is. */
type SessionPatch = Patch<Omit<Session, 'message' | 'published'>> & {
  message?: Patch<SessionMessage>;
  published?: Patch<Published>;
};

export interface MemoryStoreOptions {
  now: Clock;
  sessionTtlHours: number;
  table?: SessionTable;
}

/**
 * The store in memory, with DynamoDB's semantics: every method takes effect at once and as a whole, reads are
 * consistent, conditions are checked together with their write. Held to the same contract as the real one.
 */
export function createMemoryStore({
  now,
  sessionTtlHours,
  table = new SessionTable(),
}: MemoryStoreOptions): Store {
  const lifetime = (session: Session, changedAt = now()) => {
    const expiresAt = expiryOf(session, changedAt, sessionTtlHours * HOUR);
    return { expiresAt, expirationTime: epochSeconds(expiresAt, AFTERLIFE) };
  };
  const live = (sessionId: string): Session | undefined => {
    const session = table.at(sessionId).session;
    return session && session.expirationTime > epochSeconds(now()) ? session : undefined;
  };
  /** One conditional write: `change` says what becomes of the session, or that the condition does not hold. */
  const patch = (sessionId: string, change: (session: Session) => SessionPatch | undefined): boolean => {
    const session = live(sessionId);
    const changes = session && change(session);
    if (!session || !changes) return false;
    table.at(sessionId).session = patched(session, changes);
    return true;
  };
  /** All that belongs to a session is forgotten at the same time. */
  const isKept = (sessionId: string) =>
    !isValid(sessionId) || decodeTime(sessionId) + LONGEST_LIFE + AFTERLIFE > now();
  const kept = <T>(sessionId: string, items: readonly T[]): T[] => (isKept(sessionId) ? [...items] : []);
  const read = <T>(sessionId: string, pick: (partition: Partition) => T | undefined): T | undefined =>
    isKept(sessionId) ? pick(table.at(sessionId)) : undefined;

  return {
    async claimStart(start, sessionId) {
      const held = table.claims.get(keyOf(start));
      const isOver = !held || held.expirationTime <= epochSeconds(now());
      if (!isOver && held.sessionId !== sessionId) return held.sessionId;
      table.claims.set(keyOf(start), { sessionId, expirationTime: epochSeconds(now(), CLAIM_LIFE) });
      return sessionId;
    },
    async releaseStart(start, sessionId) {
      if (table.claims.get(keyOf(start))?.sessionId === sessionId) table.claims.delete(keyOf(start));
    },
    async createSession(session, stories) {
      for (const story of stories) table.at(session.sessionId).stories.set(story.number, story);
      const there = table.at(session.sessionId).session;
      if (there?.creatorId === session.creatorId && there.createdAt === session.createdAt) return;
      if (there) throw new Error('The conditional request failed');
      table.at(session.sessionId).session = { ...session, ...lifetime(session) };
    },
    session: async (sessionId) => live(sessionId),
    stories: async (sessionId) =>
      kept(
        sessionId,
        [...table.at(sessionId).stories.values()].sort((a, b) => a.number - b.number),
      ),
    story: async (sessionId, story) => read(sessionId, ({ stories }) => stories.get(story)),
    async putStories({ sessionId }, stories) {
      for (const story of stories) table.at(sessionId).stories.set(story.number, story);
    },
    participants: async (sessionId) =>
      kept(
        sessionId,
        sortedBy([...table.at(sessionId).participants.values()], ({ userId }) => userId),
      ),
    participant: async (sessionId, userId) => read(sessionId, ({ participants }) => participants.get(userId)),
    slots: async (sessionId, of) =>
      kept(
        sessionId,
        sortedBy([...table.slotsOf(sessionId, of).values()], ({ userId }) => userId),
      ),
    slot: async (sessionId, of, userId) => read(sessionId, () => table.slotsOf(sessionId, of).get(userId)),
    async results(sessionId, story) {
      const all = kept(sessionId, [...table.at(sessionId).results.values()]);
      return all.filter((result) => story === undefined || result.story === story).sort(inOrderOfPlay);
    },
    result: async (sessionId, of) => read(sessionId, ({ results }) => results.get(roundKey(of))),

    async writeSlot(sessionId, slot, { sameMessage } = { sameMessage: false }) {
      const slots = table.slotsOf(sessionId, slot);
      const before = slots.get(slot.userId);
      if (before && !replaces(slot, before)) return { written: false };
      if (before && sameMessage && before.messageTs !== slot.messageTs) return { written: false };
      slots.set(slot.userId, slot);
      return before ? { written: true, before } : { written: true };
    },
    async undoSlot(sessionId, slot, before) {
      const slots = table.slotsOf(sessionId, slot);
      if (slots.get(slot.userId)?.at !== slot.at) return;
      if (before) slots.set(slot.userId, before);
      else slots.delete(slot.userId);
    },
    async writeParticipant({ sessionId }, participant) {
      const { userId, at } = participant;
      const { participants } = table.at(sessionId);
      const before = participants.get(userId);
      if (before && before.at >= at) return false;
      participants.set(userId, participant);
      return true;
    },
    reasons: async (sessionId, of) =>
      kept(
        sessionId,
        sortedBy([...table.reasonsOf(sessionId, of).values()], ({ userId }) => userId),
      ),
    async writeReason({ sessionId }, reason) {
      const reasons = table.reasonsOf(sessionId, reason);
      if ((reasons.get(reason.userId)?.at ?? '') >= reason.at) return false;
      reasons.set(reason.userId, reason);
      return true;
    },
    async createResult({ sessionId }, result) {
      const { results } = table.at(sessionId);
      const key = roundKey(result);
      if (results.has(key)) return false;
      results.set(key, result);
      return true;
    },
    async markFrozen(sessionId, key) {
      patch(sessionId, ({ unfrozen }) => ({ unfrozen: unfrozen.filter((other) => other !== key) }));
    },

    async commit(read, { freeze, ...changes }, action) {
      const { sessionId, version } = read;
      return patch(sessionId, (session) => {
        if (session.version !== version) return undefined;
        return {
          ...withoutNull(changes),
          version: version + 1,
          lastAction: action,
          ...lifetime(afterChanges(read, changes)),
          ...(freeze && { unfrozen: added(session.unfrozen, roundKey(freeze)) }),
        };
      });
    },
    async markWatched(sessionId) {
      patch(sessionId, () => ({ watched: true }));
    },

    async changeRoster(sessionId) {
      patch(sessionId, ({ rosterVersion = 0 }) => ({ rosterVersion: rosterVersion + 1 }));
    },
    async beginCountdown({ sessionId, ...of }, revealAt) {
      return patch(sessionId, (session) => {
        const runs = session.status === 'voting' && sameRound(session, of);
        const isSame = session.rosterVersion === of.rosterVersion;
        return runs && isSame && session.revealAt === undefined ? { revealAt } : undefined;
      });
    },
    async stopClock({ sessionId, ...read }, clock) {
      if (read[clock] === undefined) return false;
      return patch(sessionId, (session) =>
        session[clock] === read[clock] ? { [clock]: undefined } : undefined,
      );
    },
    async markScheduled(sessionId, scheduledFor) {
      patch(sessionId, () => ({ published: { scheduledFor } }));
    },
    async markLook(sessionId, looksAt) {
      patch(sessionId, () => ({ published: { looksAt } }));
    },
    async markWarned(sessionId, warned) {
      patch(sessionId, () => ({ published: { warned } }));
    },
    async putOff(session, touchedAt) {
      const later = lifetime(session, touchedAt);
      if (later.expiresAt <= session.expiresAt) return false;
      return patch(session.sessionId, ({ expirationTime }) =>
        expirationTime === session.expirationTime ? later : undefined,
      );
    },
    async markAnnounced(sessionId, announced) {
      patch(sessionId, () => ({ published: { announced } }));
    },
    async markArchived(sessionId, archived) {
      patch(sessionId, () => ({ published: { archived } }));
    },
    async markListed(sessionId, listed) {
      patch(sessionId, () => ({ published: { listed } }));
    },
    async keepAnswer(sessionId, answer) {
      return patch(sessionId, ({ message: { answer: before } }) =>
        (before?.clickedAt ?? '') > (answer.clickedAt ?? '') ? undefined : { message: { answer } },
      );
    },

    async bindMessage({ sessionId, message: { ts: before } }, ts, shown = {}) {
      return patch(sessionId, ({ message: { ts: bound, former, retiring }, published: { paint } }) => {
        if (bound !== before) return undefined;
        const { hash: _, ...rest } = paint;
        const known = shown.hash ? { hash: shown.hash, ...(shown.phase && { phase: shown.phase }) } : {};
        return {
          message: {
            ts,
            movingSince: undefined,
            ...(shown.attended && { unattended: undefined, answer: undefined }),
            ...(before !== undefined && { former: added(former, before), retiring: added(retiring, before) }),
          },
          published: { paint: { ...rest, ...known, number: paint.number + 1 } },
        };
      });
    },
    async leaveUnattended({ deadlineAt: _, timeLimit: __, ...session }) {
      const options = { ...session.options, autoReveal: false };
      const without = { deadlineAt: undefined, timeLimit: undefined };
      patch(session.sessionId, () => ({ message: { unattended: true }, options, ...without }));
      return { ...session, options, message: { ...session.message, unattended: true } };
    },
    async beginMove({ sessionId, message: read }) {
      if (read.ts === undefined) return false;
      return patch(sessionId, ({ message: { ts, movingSince } }) => {
        const free = movingSince === undefined || movingSince < now() - MOVE_TAKES_AT_MOST;
        return ts === read.ts && free ? { message: { movingSince: now() } } : undefined;
      });
    },
    async abandonMove(sessionId) {
      patch(sessionId, () => ({ message: { movingSince: undefined } }));
    },
    async markRetired(sessionId, ts) {
      patch(sessionId, ({ message: { retiring } }) => ({
        message: { retiring: retiring.filter((other) => other !== ts) },
      }));
    },

    async beginPaint({ sessionId, published: { paint: read } }, { at, streak, answer, trouble }) {
      return patch(sessionId, ({ published }) => {
        const { hash: _, ...paint } = published.paint;
        if (paint.number !== read.number) return undefined;
        return {
          published: {
            paint: { ...paint, number: paint.number + 1, painting: true, at, streak },
            ...(trouble && { trouble }),
          },
          ...(answer && { message: { answer } }),
        };
      });
    },
    async endPaint(read, number, { hash, phase, againAt, trouble }) {
      return patch(read.sessionId, ({ published }) => {
        const { againAt: _, ...paint } = published.paint;
        if (paint.number !== number) return undefined;
        const shown = { ...(hash && { hash }), ...(phase && { phase }), ...(againAt && { againAt }) };
        return {
          published: { paint: { ...paint, painting: false, ...shown }, trouble },
          ...lifetime(read),
          message: {
            ...(hash && { farewell: undefined }),
            ...(isOver(read) && !read.message.unattended && { answer: undefined }),
          },
        };
      });
    },
    async markTrouble(sessionId, number, trouble) {
      return patch(sessionId, ({ published: { paint } }) =>
        paint.number === number ? { published: { trouble } } : undefined,
      );
    },
    async detach(sessionId, detached) {
      return patch(sessionId, ({ message }) =>
        message.detached === undefined ? { message: { detached, farewell: detached } } : undefined,
      );
    },
    async attach(sessionId) {
      patch(sessionId, ({ published }) => {
        const { hash: _, ...paint } = published.paint;
        return { message: { detached: undefined }, published: { paint } };
      });
    },
  };
}

const keyOf = ({ teamId, channelId, userId, wish }: Start) => [teamId, channelId, userId, wish].join(' ');

function patched(session: Session, { message, published, ...changes }: SessionPatch): Session {
  return {
    ...withoutUndefined({ ...session, ...changes }),
    message: withoutUndefined({ ...session.message, ...message }),
    published: withoutUndefined({ ...session.published, ...published }),
  };
}

function withoutUndefined<T extends object>(changed: Patch<T>): T {
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined)) as T;
}

function withoutNull<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], null> | undefined } {
  const entries = Object.entries(changes).map(([name, value]) => [name, value === null ? undefined : value]);
  return Object.fromEntries(entries);
}

function replaces(slot: Slot, before: Slot): boolean {
  return before.at < slot.at && before.teamId === slot.teamId && before.channelId === slot.channelId;
}

const added = <T>(set: readonly T[], value: T): T[] => [...new Set([...set, value])];

function inOrderOfPlay(a: RoundRef, b: Result): number {
  return a.story - b.story || a.round - b.round;
}

function sortedBy<T>(items: T[], key: (item: T) => string): T[] {
  return items.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
