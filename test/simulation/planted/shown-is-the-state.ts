import { meeting } from '../scenarios/meeting.ts';
import { thereAndBack } from '../scenarios/queues.ts';
import { twoReveals, voteAndReveal } from '../scenarios/reveals.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rules 5 to 7. */
export const shownIsTheState: readonly Planted[] = [
  {
    rule: 5,
    what: 'a click that changes nothing is not followed by a job',
    scenario: twoReveals,
    breaks: ['shown is the state'],
    plant: inPorts(({ store, queue }) => {
      let changed = false;
      return {
        store: overriding(store, {
          async commit(...given) {
            const done = await store.commit(...given);
            changed ||= done;
            return done;
          },
        }),
        queue: overriding(queue, {
          send: async (jobs) =>
            changed ? queue.send(jobs) : queue.send(jobs.filter(({ kind }) => kind !== 'changed')),
        }),
      };
    }, 'slack'),
  },
  {
    rule: 6,
    what: 'a paint is not marked before it begins',
    scenario: thereAndBack,
    breaks: ['shown is the state'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        beginPaint: async () => true,
        async endPaint({ sessionId }, _number, shown) {
          const session = await store.session(sessionId);
          if (!session || !(await store.beginPaint(session, session.published.paint))) return false;
          return store.endPaint(session, session.published.paint.number + 1, shown);
        },
      }),
    })),
  },
  {
    rule: 6,
    what: 'paint numbers are ignored',
    scenario: meeting,
    breaks: ['shown is the state'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        async beginPaint(session, paint) {
          const now = await store.session(session.sessionId);
          return now !== undefined && store.beginPaint(now, paint).then(() => true);
        },
        async endPaint(session, number, shown) {
          const now = await store.session(session.sessionId);
          return store.endPaint(session, now?.published.paint.number ?? number, shown).then(() => true);
        },
      }),
    })),
  },
  {
    rule: 7,
    what: 'nothing is painted once more after a late call',
    scenario: voteAndReveal,
    breaks: ['shown is the state'],
    plant: inPorts(({ queue }) => ({
      queue: overriding(queue, {
        send: (jobs) => queue.send(jobs.filter(({ kind }) => kind !== 'timer')),
      }),
    })),
  },
];
