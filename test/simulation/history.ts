import type { Changes } from '../../src/game/changes.ts';
import type { RoundRef } from '../../src/game/round/round.ts';
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
  /** Countdowns that began. */
  countdowns: { sessionId: string; of: RoundRef; revealAt: Millis }[];
  sessions: Session[];
  commits: Committed[];
  /** Results as they were first stored. */
  results: { sessionId: string; result: Result; at: Millis }[];
  /** In which round each click on a card or out of the round was written. */
  slotOf: Map<ActionTs, RoundRef>;
}

export const emptyHistory = (): History => ({
  sessions: [],
  commits: [],
  countdowns: [],
  results: [],
  slotOf: new Map(),
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
      const after = await store.session(session.sessionId);
      if (done && before && after) history.commits.push({ at: now(), before, after, changes });
      return done;
    },
    async beginCountdown(session, revealAt) {
      const begun = await store.beginCountdown(session, revealAt);
      const { sessionId, story, round } = session;
      if (begun) history.countdowns.push({ sessionId, of: { story, round }, revealAt });
      return begun;
    },
    async createResult(session, result) {
      const created = await store.createResult(session, result);
      if (created) history.results.push({ sessionId: session.sessionId, result, at: now() });
      return created;
    },
    async writeSlot(sessionId, slot, only) {
      const write = await store.writeSlot(sessionId, slot, only);
      if (write.written) history.slotOf.set(slot.at, { story: slot.story, round: slot.round });
      return write;
    },
  };
}
