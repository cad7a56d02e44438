import type { Trouble } from '../../../src/game/published.ts';
import type { Session } from '../../../src/game/session.ts';
import { again } from '../../../src/ports/queue.ts';
import type { Store } from '../../../src/ports/store.ts';
import { awayForAWhile, awayForGood, limited, refusedPicture } from '../scenarios/refusals.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** A store that forgets some of what is known of failed tries. */
const forgetting = (store: Store, kept: (trouble: Trouble) => Trouble): Store =>
  overriding(store, {
    async session(sessionId) {
      const session: Session | undefined = await store.session(sessionId);
      const trouble = session?.published.trouble;
      if (!trouble) return session;
      return { ...session, published: { ...session.published, trouble: kept(trouble) } };
    },
  });

/** Rules 19 and 20. */
export const failuresAreBorne: readonly Planted[] = [
  {
    rule: 19,
    what: 'it is forgotten which picture was refused',
    scenario: refusedPicture,
    breaks: ['a refused picture is not offered again'],
    plant: inPorts(({ store }) => ({ store: forgetting(store, ({ refused: _, ...rest }) => rest) })),
  },
  {
    rule: 19,
    what: 'a message is given up because of a failure that passes',
    scenario: awayForAWhile,
    breaks: ['shown is the state'],
    plant: inPorts(({ chat, store }) => ({
      chat: overriding(chat, {
        async update(...given) {
          const update = await chat.update(...given);
          const isRefused = !update.ok && update.failure.kind === 'refused';
          return isRefused ? { ok: false, failure: { kind: 'refused', error: 'update_failed' } } : update;
        },
      }),
      // As if it were nobody's business to find out.
      store: overriding(store, { detach: async () => false }),
    })),
  },
  {
    rule: 20,
    what: 'a pause holds the session’s group',
    scenario: limited,
    breaks: ['no pause holds a session'],
    plant: (() => {
      const held = new Map<string, number>();
      return {
        ...inPorts(({ queue }) => ({
          queue: overriding(queue, {
            async send(jobs) {
              for (const job of jobs) if (job.kind === 'timer') held.set(job.sessionId, job.dueAt);
              await queue.send(jobs.filter(({ kind }) => kind !== 'timer'));
            },
          }),
        })),
        answers(answer, job, now) {
          const dueAt = job.kind === 'changed' ? held.get(job.sessionId) : undefined;
          return dueAt !== undefined && dueAt > now ? again(dueAt - now) : answer;
        },
      };
    })(),
  },
  {
    rule: 20,
    what: 'tries are not counted',
    scenario: awayForGood,
    breaks: ['it comes to rest', 'nothing is dead'],
    plant: inPorts(({ store }) => ({ store: forgetting(store, (trouble) => ({ ...trouble, tries: 0 })) })),
  },
  {
    rule: 20,
    what: 'a timer is noted that was never sent',
    scenario: awayForAWhile,
    breaks: ['shown is the state'],
    plant: inPorts(({ queue }) => ({
      queue: overriding(queue, {
        send: (jobs) => queue.send(jobs.filter(({ kind }) => kind !== 'timer')),
      }),
    })),
  },
];
