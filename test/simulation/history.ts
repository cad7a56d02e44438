import type { Changes } from '../../src/game/changes.ts';
import type { Participant } from '../../src/game/participant.ts';
import { roster } from '../../src/game/round/roster.ts';
import { type RoundRef, sameRound } from '../../src/game/round/round.ts';
import type { Result } from '../../src/game/round/vote.ts';
import type { Session } from '../../src/game/session.ts';
import type { Store } from '../../src/ports/store.ts';
import type { ActionTs, Clock, Millis } from '../../src/time.ts';

/** A control action that took effect. */
export interface Committed {
  at: Millis;
  before: Session;
  after: Session;
  changes: Changes;
}

/** What has ever happened to the store, for the checks: the store itself knows only what is. */
export interface History {
  /** Countdowns that began; `complete`: when everyone had voted whom the session knew of. */
  countdowns: { sessionId: string; of: RoundRef; revealAt: Millis; complete: boolean }[];
  /** Those of each session whose joining has been written, but not yet made known by a new version of its roster. */
  joining: Map<string, Set<string>>;
  /** Whatever anybody has ever been, in each session. */
  everBeen: Map<string, Participant[]>;
  sessions: Session[];
  commits: Committed[];
  /** Results as they were first stored. */
  results: { sessionId: string; result: Result; at: Millis }[];
  /** In which round each click on a card or out of the round was written. */
  slotOf: Map<ActionTs, RoundRef>;
  /** In which round it was meant: whoever leaves is out of those that wait as well. */
  meantFor: Map<ActionTs, RoundRef>;
}

export const emptyHistory = (): History => ({
  sessions: [],
  commits: [],
  countdowns: [],
  joining: new Map(),
  everBeen: new Map(),
  results: [],
  slotOf: new Map(),
  meantFor: new Map(),
});

/** The store, with a look over its shoulder. It is beneath whatever may be planted. */
export function observed(store: Store, history: History, now: Clock): Store {
  return {
    ...store,
    async createSession(session, stories) {
      await store.createSession(session, stories);
      history.sessions.push(session);
    },
    async commit(session, changes, action) {
      const before = await store.session(session.sessionId);
      const done = await store.commit(session, changes, action);
      if (done) history.joining.delete(session.sessionId);
      const after = await store.session(session.sessionId);
      if (done && before && after) history.commits.push({ at: now(), before, after, changes });
      return done;
    },
    async beginCountdown(session, revealAt) {
      const begun = await store.beginCountdown(session, revealAt);
      const { sessionId, story, round } = session;
      const complete = begun && (await isComplete(store, history, sessionId));
      if (begun) history.countdowns.push({ sessionId, of: { story, round }, revealAt, complete });
      return begun;
    },
    async writeParticipant(session, participant) {
      const written = await store.writeParticipant(session, participant);
      const joining = history.joining.get(session.sessionId) ?? new Set();
      if (written) history.joining.set(session.sessionId, joining.add(participant.userId));
      const before = history.everBeen.get(session.sessionId) ?? [];
      history.everBeen.set(session.sessionId, [...before, participant]);
      return written;
    },
    async changeRoster(sessionId) {
      await store.changeRoster(sessionId);
      history.joining.delete(sessionId);
    },
    async createResult(session, result) {
      const created = await store.createResult(session, result);
      if (created) history.results.push({ sessionId: session.sessionId, result, at: now() });
      return created;
    },
    async writeSlot(sessionId, slot, only) {
      const write = await store.writeSlot(sessionId, slot, only);
      const of = { story: slot.story, round: slot.round };
      const meant = history.meantFor.get(slot.at) ?? of;
      history.meantFor.set(slot.at, meant);
      if (write.written && sameRound(meant, of)) history.slotOf.set(slot.at, of);
      return write;
    },
  };
}

/**
 * Whether nobody is missing, now. Whoever is about to join need not be awaited yet; and those who have just left may
 * have been all that were known when the countdown was decided on.
 */
async function isComplete(store: Store, history: History, sessionId: string): Promise<boolean> {
  const session = await store.session(sessionId);
  if (!session) return false;
  const participants = await store.participants(sessionId);
  const { awaited } = roster(session, participants, await store.slots(sessionId, session));
  const joining = history.joining.get(sessionId) ?? new Set();
  const { rosterKnown } = roster(session, history.everBeen.get(sessionId) ?? [], []);
  return rosterKnown && awaited.every((userId) => joining.has(userId));
}
