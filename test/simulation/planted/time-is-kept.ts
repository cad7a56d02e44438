import { roundKey } from '../../../src/game/round/round.ts';
import type { Slot } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import type { Job } from '../../../src/ports/job.ts';
import { agreement } from '../scenarios/agreements.ts';
import {
  countdown,
  countdownAndReason,
  countdownAndVote,
  deadlineAndNextRound,
  deadlineInVain,
  detachedDeadline,
} from '../scenarios/clocks.ts';
import { keptAlive, untouched } from '../scenarios/expiry.ts';
import { unattended } from '../scenarios/unattended.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** The votes of a session when its creator was told that they would be lost. */
const WARNED_OF = new Map<string, Slot[]>();

/** Rules 11 to 17, and 22. */
export const timeIsKept: readonly Planted[] = [
  {
    rule: 11,
    what: 'an auto-reveal freezes the votes that it was decided on',
    scenario: countdownAndVote,
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
    rule: 11,
    what: 'a deadline reveals whichever round is running by then',
    scenario: deadlineAndNextRound,
    breaks: ['control is conditional'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        async commit(session, changes, action) {
          const now = await store.session(session.sessionId);
          if (!now || !action.startsWith('deadlineAt')) return store.commit(session, changes, action);
          const { story, round } = now;
          return store.commit(now, { ...changes, freeze: { story, round } }, action);
        },
      }),
    })),
  },
  {
    rule: 12,
    what: 'a countdown begins before its timer is in the queue',
    scenario: countdown,
    breaks: ['time is kept'],
    plant: inPorts(({ store, queue }) => {
      let held: readonly Job[] = [];
      let painting = false;
      return {
        queue: overriding(queue, {
          async send(jobs) {
            // The timer of another paint may go.
            if (painting || jobs.every(({ kind }) => kind !== 'timer')) return queue.send(jobs);
            held = jobs;
          },
        }),
        store: overriding(store, {
          async beginCountdown(...given) {
            const begun = await store.beginCountdown(...given);
            if (begun) await queue.send(held);
            return begun;
          },
          beginPaint(...given) {
            painting = true;
            return store.beginPaint(...given);
          },
        }),
      };
    }, 'publish'),
  },
  {
    rule: 13,
    what: 'a deadline counts as scheduled before it is',
    scenario: deadlineInVain,
    breaks: ['time is kept'],
    plant: inPorts(({ store }) => {
      const believed = (session: Session): Session => {
        const { deadlineAt: scheduledFor, published } = session;
        return scheduledFor === undefined
          ? session
          : { ...session, published: { ...published, scheduledFor } };
      };
      return {
        store: overriding(store, {
          session: async (sessionId) => {
            const session = await store.session(sessionId);
            return session && believed(session);
          },
        }),
      };
    }, 'publish'),
  },
  {
    rule: 14,
    what: 'that the creator was told is noted before it is sent',
    scenario: deadlineInVain,
    breaks: ['the creator is told'],
    plant: inPorts(({ store, queue }) => {
      let held: readonly Job[] = [];
      return {
        queue: overriding(queue, {
          async send(jobs) {
            if (jobs.every(({ kind }) => kind !== 'tell')) return queue.send(jobs);
            held = jobs;
          },
        }),
        store: overriding(store, {
          async markAnnounced(...given) {
            await store.markAnnounced(...given);
            await queue.send(held);
          },
        }),
      };
    }, 'publish'),
  },
  {
    rule: 15,
    what: 'that a version is in the history is noted before it is',
    scenario: agreement,
    breaks: ['the history is the state'],
    plant: inPorts(({ store, directory }) => {
      let held: (() => Promise<void>)[] = [];
      return {
        directory: overriding(directory, {
          async record(...given) {
            held.push(() => directory.record(...given));
          },
        }),
        store: overriding(store, {
          async markArchived(...given) {
            await store.markArchived(...given);
            await Promise.all(held.map((record) => record()));
            held = [];
          },
        }),
      };
    }, 'publish'),
  },
  {
    rule: 16,
    what: 'the session is read before the reason is written',
    scenario: countdownAndReason,
    breaks: ['reasons are shown as told'],
    plant: inPorts(({ store }) => {
      let early: Session | undefined;
      return {
        store: overriding(store, {
          async session(sessionId) {
            early ??= await store.session(sessionId);
            return early;
          },
        }),
      };
    }, 'slack'),
  },
  {
    rule: 17,
    what: 'the newest response_url is not kept',
    scenario: unattended,
    breaks: ['shown is the state'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        keepAnswer: async () => true,
        beginPaint: (session, { answer: _, ...paint }) => store.beginPaint(session, paint),
      }),
    })),
  },
  {
    rule: 22,
    what: 'a session is put off beyond its end',
    scenario: keptAlive,
    breaks: ['time is kept'],
    plant: inPorts(({ store }) => {
      const endless = (session: Session): Session => ({ ...session, endsAt: Number.MAX_SAFE_INTEGER });
      return {
        store: overriding(store, {
          commit: (session, ...given) => store.commit(endless(session), ...given),
          endPaint: (session, ...given) => store.endPaint(endless(session), ...given),
        }),
      };
    }),
  },
  {
    rule: 22,
    what: 'a session expires by the votes of which its creator was told',
    scenario: untouched,
    breaks: ['told is counted'],
    plant: inPorts(
      ({ store }) => ({
        store: overriding(store, {
          async slots(sessionId, of) {
            const session = await store.session(sessionId);
            const slots = await store.slots(sessionId, of);
            if (session?.status !== 'voting') return slots;
            if (session.published.warned === undefined) WARNED_OF.set(sessionId, slots);
            return WARNED_OF.get(sessionId) ?? slots;
          },
        }),
      }),
      'publish',
    ),
  },
  {
    rule: 22,
    what: 'a changed card puts nothing off',
    scenario: untouched,
    breaks: ['told is counted'],
    plant: inPorts(({ store }) => ({ store: overriding(store, { putOff: async () => false }) }), 'publish'),
  },
  {
    rule: 22,
    what: 'a look is noted before it is scheduled',
    scenario: untouched,
    breaks: ['time is kept'],
    plant: inPorts(
      ({ store }) => ({
        store: overriding(store, {
          async session(sessionId) {
            const session = await store.session(sessionId);
            if (!session || session.published.looksAt !== undefined) return session;
            const looksAt = session.expiresAt;
            await store.markLook(sessionId, looksAt);
            return { ...session, published: { ...session.published, looksAt } };
          },
        }),
      }),
      'publish',
    ),
  },
  {
    rule: 22,
    what: 'time stands still where the message is lost',
    scenario: detachedDeadline,
    breaks: ['time is kept'],
    plant: inPorts(
      ({ store }) => ({
        store: overriding(store, {
          async session(sessionId) {
            const session = await store.session(sessionId);
            return session?.message.detached === undefined ? session : undefined;
          },
        }),
      }),
      'publish',
    ),
  },
];
