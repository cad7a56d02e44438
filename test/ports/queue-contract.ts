import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { parseJob } from '../../src/ports/parse-job.ts';
import type { Job, Queue } from '../../src/ports/queue.ts';

export interface Received {
  receipt: string;
  group: string;
  body: string;
}

/** A queue to be tested, empty, and its other end. */
export interface QueueBackend {
  queue: Queue;
  /** What can be received now; or, if that is nothing, what can be within `waitMs`. */
  receive(waitMs?: number): Promise<Received[]>;
  remove(receipt: string): Promise<void>;
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

/** What every queue promises. */
export function queueContract(name: string, start: () => Promise<QueueBackend>): void {
  describe(`The queue on ${name}`, () => {
    let backend: QueueBackend;
    beforeEach(async () => {
      backend = await start();
    });
    afterEach(() => backend.close());

    const jobs = (received: Received[]) => received.map(({ body }) => parseJob(body));

    /** Everything, as consumers get it that remove what they have received. */
    async function drain(): Promise<Received[]> {
      const all: Received[] = [];
      for (let some = await backend.receive(); some.length > 0; some = await backend.receive()) {
        all.push(...some);
        for (const { receipt } of some) await backend.remove(receipt);
      }
      return all;
    }

    test.each<[Job, string]>([
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
        'report/C/U1',
      ],
      [{ kind: 'timer', sessionId: 'A', dueAt: 17 }, 'timer/A/17'],
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
    ])('delivers %j in group %s', async (job, group) => {
      await backend.queue.send([job]);
      const received = await drain();
      expect(jobs(received)).toEqual([job]);
      expect(received.map((one) => one.group)).toEqual([group]);
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

    it('should hold back a group while one of it is being handled, and no other group', async () => {
      await backend.queue.send([changed('A')]);
      const [first] = await backend.receive();
      await backend.queue.send([changed('A'), changed('B')]);
      expect(jobs(await backend.receive())).toEqual([changed('B')]);
      expect(await backend.receive()).toEqual([]);
      await backend.remove(first?.receipt ?? '');
      expect(jobs(await backend.receive())).toEqual([changed('A')]);
    });

    it('should hold back a group while its first is postponed, and deliver it first then', async () => {
      await backend.queue.send([reply('U1', 'first')]);
      const [first] = await backend.receive();
      await backend.queue.send([reply('U1', 'second')]);
      await backend.queue.postpone(first?.receipt ?? '', 200);
      expect(await backend.receive()).toEqual([]);
      const [returned] = await backend.receive(3000);
      expect(parseJob(returned?.body ?? '')).toEqual(reply('U1', 'first'));
      await backend.remove(returned?.receipt ?? '');
      expect(jobs(await drain())).toEqual([reply('U1', 'second')]);
    });

    it('should go on with a group as soon as its jobs are finished', async () => {
      await backend.queue.send([reply('U1', 'first')]);
      const [first] = await backend.receive();
      await backend.queue.send([reply('U1', 'second')]);
      expect(await backend.receive()).toEqual([]);
      await backend.queue.finish([first?.receipt ?? '']);
      expect(jobs(await drain())).toEqual([reply('U1', 'second')]);
    });

    it('should not mind finishing a job twice, as Lambda does after us', async () => {
      await backend.queue.send([changed('A')]);
      const [only] = await backend.receive();
      await backend.queue.finish([only?.receipt ?? '']);
      await backend.queue.finish([only?.receipt ?? '']);
      expect(await drain()).toEqual([]);
    });

    it('should return at once what is postponed by nothing', async () => {
      await backend.queue.send([changed('A')]);
      const [first] = await backend.receive();
      await backend.queue.postpone(first?.receipt ?? '', 0);
      expect(jobs(await backend.receive(1000))).toEqual([changed('A')]);
    });
  });
}
