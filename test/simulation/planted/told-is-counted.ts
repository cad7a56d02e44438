import { roundKey } from '../../../src/game/round/round.ts';
import type { Slot } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import type { Store } from '../../../src/ports/store.ts';
import { meeting } from '../scenarios/meeting.ts';
import { firstVoteAndReveal, revealAndVoteAgain, voteAndReveal } from '../scenarios/reveals.ts';
import { quickClicks } from '../scenarios/roles.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rules 1 to 4. */
export const toldIsCounted: readonly Planted[] = [
  {
    rule: 1,
    what: 'the session is read before the slot is written',
    scenario: voteAndReveal,
    breaks: ['told is counted'],
    plant: inPorts(({ store }) => {
      let early: Session | undefined;
      const writeSlot: Store['writeSlot'] = async (sessionId, ...given) => {
        early = await store.session(sessionId);
        return store.writeSlot(sessionId, ...given);
      };
      const session = async (sessionId: string) => early ?? store.session(sessionId);
      return { store: overriding(store, { writeSlot, session }) };
    }, 'slack'),
  },
  {
    rule: 2,
    what: 'a reveal does not remember what is to be frozen',
    scenario: revealAndVoteAgain,
    breaks: ['one result per revealed round'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        commit: (session, { freeze: _, ...changes }, action) => store.commit(session, changes, action),
      }),
    })),
  },
  {
    rule: 2,
    what: 'a reveal is two writes',
    scenario: revealAndVoteAgain,
    breaks: ['one result per revealed round'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        async commit(session, { freeze, ...changes }, action) {
          const done = await store.commit(session, changes, action);
          const next = { ...session, version: session.version + 1 };
          if (done && freeze) await store.commit(next, { freeze }, action);
          return done;
        },
      }),
    })),
  },
  {
    rule: 3,
    what: 'a publisher freezes the slots that it read while the round was open',
    scenario: quickClicks,
    breaks: ['told is counted'],
    plant: inPorts(({ store }) => {
      const known = new Map<string, Slot[]>();
      return {
        store: overriding(store, {
          async slots(sessionId, of) {
            const slots = known.get(roundKey(of)) ?? (await store.slots(sessionId, of));
            known.set(roundKey(of), slots);
            return slots;
          },
        }),
      };
    }, 'publish'),
  },
  {
    rule: 3,
    what: 'whoever froze second uses their own result',
    scenario: meeting,
    breaks: ['only stored results are shown', 'told is counted', 'told too late is not counted'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        async createResult(session, result) {
          await store.createResult(session, result);
          return true;
        },
      }),
    })),
  },
  {
    rule: 4,
    what: 'a handler that finds the round revealed does not help to freeze it',
    scenario: firstVoteAndReveal,
    breaks: ['told too late is not counted'],
    plant: inPorts(
      ({ store }) => ({
        store: overriding(store, {
          async session(sessionId) {
            const session = await store.session(sessionId);
            return session && { ...session, unfrozen: [] };
          },
        }),
      }),
      'slack',
    ),
  },
];
