import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Job, messageGroup } from '../../src/ports/job.ts';
import { again, type Delivery, done, type Queue, type Verdict, type Worker } from '../../src/ports/queue.ts';
import { MINUTE } from '../../src/time.ts';

/** A queue to be tested, empty, and its other end. */
export interface QueueBackend {
  queue: Queue;
  /** Sends what is no job, or none that this version knows. */
  put(group: string, body: string): Promise<void>;
  /**
   * Has a worker handle what can be received now; or, if that is nothing, what can be within `waitMs`. Resolves once the
   * queue has done as it was answered.
   */
  work(worker: Worker, waitMs?: number): Promise<void>;
  /** Receives what there is, as a process that dies before it can answer. */
  lose(): Promise<void>;
  close(): Promise<void>;
}

export const changed = (sessionId: string): Job => ({ kind: 'changed', sessionId });
export const reply = (userId: string, title: string): Job => ({
  kind: 'reply',
  sessionId: 'A',
  teamId: 'T',
  channelId: 'C',
  userId,
  responseUrl: 'https://hooks.example/1',
  notice: { kind: 'myVote', title, status: 'voting' },
});
const told = {
  teamId: 'T',
  channelId: 'C',
  userId: 'U1',
  notice: { kind: 'everyoneVoted', title: 'Hi' },
} as const;

/** One of each kind, and its group. */
const JOBS: readonly [Job, string][] = [
  [changed('A'), 'session/A'],
  [reply('U1', 'Hi'), 'reply/A/U1'],
  [{ kind: 'reply', ...told, responseUrl: 'https://x' }, 'reply/C/U1'],
  [{ kind: 'tell', ...told, sessionId: 'A', via: 'dm' }, 'tell/A/U1'],
  [{ kind: 'changed', sessionId: 'A', responseUrl: 'https://x' }, 'session/A'],
  [{ kind: 'nudge', sessionId: 'A', teamId: 'T' }, 'nudge/A'],
  [{ kind: 'home', teamId: 'T', userId: 'U1' }, 'home/U1'],
  [
    {
      kind: 'report',
      report: 'export',
      teamId: 'T',
      channelId: 'C',
      userId: 'U1',
      responseUrl: 'https://x',
      page: 2,
      format: 'csv',
    },
    'report/exports',
  ],
  [{ kind: 'timer', sessionId: 'A', dueAt: 17 }, 'timer/A/17'],
  [{ kind: 'form', viewId: 'V1', teamId: 'T', channelId: 'C', userId: 'U1' }, 'view/V1'],
  [
    {
      kind: 'refresh',
      viewId: 'V1',
      view: 'people',
      sessionId: 'A',
      userId: 'U1',
      teamId: 'T',
      channelId: 'C',
      page: 2,
    },
    'view/V1',
  ],
];

/** What every queue promises. */
export function queueContract(name: string, start: () => Promise<QueueBackend>): void {
  describe(`The queue on ${name}`, () => {
    let backend: QueueBackend;
    beforeEach(async () => {
      backend = await start();
    });
    afterEach(() => backend.close());

    /** What a worker is handed that answers so. */
    async function handed(answer: Verdict = done, waitMs = 0): Promise<Delivery[]> {
      const deliveries: Delivery[] = [];
      await backend.work(async (group) => {
        deliveries.push(...group);
        return group.map(() => answer);
      }, waitMs);
      return deliveries;
    }

    const jobs = (deliveries: readonly Delivery[]) => deliveries.map(({ job }) => job);

    /** Everything that can be received now, as a worker gets it that is done with each at once. */
    async function drain(): Promise<Delivery[]> {
      const all: Delivery[] = [];
      for (let some = await handed(); some.length > 0; some = await handed()) all.push(...some);
      return all;
    }

    /** A worker that is in the middle of what it has received, until it is told how to answer. */
    async function startWorking(): Promise<{
      deliveries: Delivery[];
      answer(answer: Verdict): Promise<void>;
    }> {
      const { promise: answered, resolve } = Promise.withResolvers<Verdict>();
      const received = Promise.withResolvers<Delivery[]>();
      const working = backend.work(async (group) => {
        received.resolve([...group]);
        const answer = await answered;
        return group.map(() => answer);
      });
      return {
        deliveries: await received.promise,
        answer(answer) {
          resolve(answer);
          return working;
        },
      };
    }

    it.each(JOBS)('should deliver %j', async (job) => {
      await backend.queue.send([job]);
      expect(await drain()).toEqual([{ id: expect.any(String), job, receives: 1 }]);
    });

    it.each(JOBS)('should hold back others of the same group: %j', async (job, group) => {
      await backend.queue.send([job]);
      const { answer } = await startWorking();
      await backend.put(group, JSON.stringify(job));
      expect(await handed()).toEqual([]);
      await answer(done);
      expect(jobs(await drain())).toEqual([job]);
    });

    it('should deliver identical jobs, both', async () => {
      await backend.queue.send([changed('A'), changed('A')]);
      await backend.queue.send([changed('A')]);
      expect(jobs(await drain())).toEqual([changed('A'), changed('A'), changed('A')]);
    });

    it('should deliver the jobs of a group in order', async () => {
      const lines = ['one', 'two', 'three', 'four'].map((text) => reply('U1', text));
      for (const line of lines) await backend.queue.send([line]);
      expect(jobs(await drain())).toEqual(lines);
    });

    it('should deliver all of many jobs that are sent at once', async () => {
      const many = Array.from({ length: 25 }, (_, n) => reply(`U${n}`, 'Hi'));
      await backend.queue.send(many);
      expect(jobs(await drain())).toEqual(many);
    });

    it('should have nothing against sending nothing', async () => {
      await backend.queue.send([]);
      expect(await drain()).toEqual([]);
    });

    it('should deliver text of all kinds unharmed', async () => {
      const job = reply('U1', '“Añadir” 🃏 דף \ufffe\uffff \u0000 \u2028 \\u0041 "x"');
      await backend.queue.send([job]);
      expect(jobs(await drain())).toEqual([job]);
    });

    it('should hand a worker one group at a time', async () => {
      await backend.queue.send([changed('A'), changed('B'), changed('A'), reply('U1', 'Hi')]);
      const groups: (string | undefined)[][] = [];
      const worker: Worker = async (group) => {
        groups.push(group.map(({ job }) => job && messageGroup(job)));
        return group.map(() => done);
      };
      while (groups.flat().length < 4) await backend.work(worker);
      for (const group of groups) expect(new Set(group).size).toBe(1);
    });

    it('should hold back a group while one of it is being handled, and no other group', async () => {
      await backend.queue.send([changed('A')]);
      const { answer } = await startWorking();
      await backend.queue.send([changed('A'), changed('B')]);
      expect(jobs(await handed())).toEqual([changed('B')]);
      expect(await handed()).toEqual([]);
      await answer(done);
      expect(jobs(await handed())).toEqual([changed('A')]);
    });

    it('should hold back a group while its first is to come again, and deliver it first then', async () => {
      await backend.queue.send([reply('U1', 'first')]);
      const { answer } = await startWorking();
      await backend.queue.send([reply('U1', 'second')]);
      await answer(again(200));
      expect(await handed()).toEqual([]);
      const returned = await handed(done, 3000);
      expect(jobs([...returned, ...(await drain())])).toEqual([reply('U1', 'first'), reply('U1', 'second')]);
    });

    it('should go on with a group as soon as it is answered, though another one takes its time', async () => {
      await backend.queue.send([reply('U1', 'first'), reply('U2', 'slow')]);
      const { promise: rest, resolve: goOn } = Promise.withResolvers<void>();
      const working = backend.work(async (group) => {
        const isSlow = group.some(({ job }) => job && messageGroup(job) === 'reply/A/U2');
        if (isSlow) await rest;
        return group.map(() => done);
      });
      await backend.queue.send([reply('U1', 'second')]);
      expect(jobs(await vi.waitUntil(async () => nonEmpty(await handed())))).toEqual([reply('U1', 'second')]);
      goOn();
      await working;
      expect(await drain()).toEqual([]);
    });

    it('should deliver again at once what is to come again after nothing', async () => {
      await backend.queue.send([changed('A')]);
      await handed(again(0));
      expect(jobs(await handed(done, 1000))).toEqual([changed('A')]);
    });

    it('should count how often it has delivered a job', async () => {
      await backend.queue.send([changed('A')]);
      for (const receives of [1, 2, 3]) expect(await handed(again(0), 1000)).toMatchObject([{ receives }]);
    });

    it('should keep the order of a group all of which comes again', async () => {
      const lines = ['one', 'two', 'three'].map((text) => reply('U1', text));
      await backend.queue.send(lines);
      await handed(again(0));
      const returned = await handed(done, 1000);
      expect(jobs([...returned, ...(await drain())])).toEqual(lines);
    });

    it('should deliver again what nobody has answered', async () => {
      await backend.queue.send([changed('A')]);
      await backend.lose();
      expect(await handed()).toEqual([]);
      expect(await handed(done, 2 * MINUTE)).toMatchObject([{ job: changed('A'), receives: 2 }]);
    });

    it.each([' ', '{', '"changed"', '{"kind":"nonsense","sessionId":"A"}', '{"kind":"changed"}'])(
      'should deliver what it does not understand, without a job, and keep it: %s',
      async (body) => {
        await backend.put('session/A', body);
        expect(await handed(again(0))).toEqual([{ id: expect.any(String), job: undefined, receives: 1 }]);
        await backend.queue.send([changed('B')]);
        expect(jobs(await handed(done, 1000))).toContain(undefined);
      },
    );
  });
}

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
