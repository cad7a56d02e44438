import { describe, expect, it, vi } from 'vitest';
import { NotUnderstood } from '../../src/game/notice.ts';
import type { Job } from '../../src/ports/job.ts';
import { again, type Delivery, done, RETRY, type Verdict } from '../../src/ports/queue.ts';
import { createWorker } from '../../src/publish/worker.ts';
import { SECOND } from '../../src/time.ts';
import { changed, reply } from '../ports/queue-contract.ts';
import { silent } from '../silent.ts';
import { unhurried } from '../unhurried.ts';

type Handled = { job: Job; receives: number };

/** What a worker answers to a group, and what it has handled of it. `does`: what becomes of each, done if absent. */
async function work(
  group: readonly (Job | undefined)[],
  does: (job: Job) => Verdict = () => done,
  receives = 1,
  timeLeft = unhurried,
) {
  const handled: Handled[] = [];
  const counted: string[] = [];
  const metrics = { count: (name: string) => counted.push(name) };
  const worker = createWorker({ log: silent, metrics }, async (job, visit) => {
    handled.push({ job, receives: visit.receives });
    return does(job);
  });
  // All of the same id, which is for the log alone.
  const deliveries = group.map((job): Delivery => ({ id: 'm', job, receives }));
  const answers = await worker(deliveries, timeLeft);
  return { answers, handled, jobs: handled.map(({ job }) => job), counted };
}

const fails = (): never => {
  throw new Error('DynamoDB is away');
};
const isNewer = (): never => {
  throw new NotUnderstood('a wording');
};
const [one, two, three] = [reply('U1', 'one'), reply('U1', 'two'), reply('U1', 'three')];
const on = (meant: Job | undefined, then: () => Verdict) => (job: Job) => (job === meant ? then() : done);

describe('A group', () => {
  it('should be handled one after another, and be done', async () => {
    const { answers, jobs } = await work([one, two, three]);
    expect(jobs).toEqual([one, two, three]);
    expect(answers).toEqual([done, done, done]);
  });

  it('should come again from the first on that has to, in its order', async () => {
    const later = again(7 * SECOND);
    const { answers, jobs } = await work(
      [one, two, three],
      on(two, () => later),
    );
    expect(jobs).toEqual([one, two]);
    expect(answers).toEqual([done, later, later]);
  });

  it('should come again soon, and be counted, from the first on that fails', async () => {
    const { answers, counted } = await work([one, two], on(one, fails));
    expect(answers).toEqual([again(RETRY), again(RETRY)]);
    expect(counted).toEqual(['PublishFailures']);
  });

  it.each([
    [2, 2],
    [5, 16],
    [100, 30],
  ])('should come again ever later, if it fails again: the %d. time in %d s', async (receives, seconds) => {
    const { answers } = await work([one], fails, receives);
    expect(answers).toEqual([again(seconds * SECOND)]);
  });

  it('should leave to another process what there is no time for', async () => {
    const timeLeft = vi.fn(() => 4 * SECOND).mockReturnValueOnce(6 * SECOND);
    const { answers, jobs } = await work([one, two, three], undefined, 1, timeLeft);
    expect(jobs).toEqual([one]);
    expect(answers).toEqual([done, again(0), again(0)]);
  });

  it('should be told how often it has come', async () => {
    const { handled } = await work([one], undefined, 4);
    expect(handled).toEqual([{ job: one, receives: 4 }]);
  });
});

describe('A session that has changed', () => {
  it('should be published once, however often it is said', async () => {
    const { answers, jobs } = await work([changed('A'), changed('A'), changed('A')]);
    expect(jobs).toEqual([changed('A')]);
    expect(answers).toEqual([done, done, done]);
  });

  it('should be published with the newest response_url', async () => {
    const clicked = (responseUrl: string): Job => ({ kind: 'changed', sessionId: 'A', responseUrl });
    const { jobs } = await work([changed('A'), clicked('https://x/1'), clicked('https://x/2'), changed('A')]);
    expect(jobs).toEqual([clicked('https://x/2')]);
  });

  it('should come again once, though it was said more often', async () => {
    const { answers } = await work([changed('A'), changed('A')], () => again(3 * SECOND));
    expect(answers).toEqual([again(3 * SECOND), done]);
  });
});

describe('A job that is not understood', () => {
  it('should be put back, while the others of its group are handled', async () => {
    const { answers, jobs } = await work([undefined, one, undefined, two]);
    expect(jobs).toEqual([one, two]);
    expect(answers).toEqual([again(RETRY), done, again(RETRY), done]);
  });

  it('should be put back before and behind a `changed`', async () => {
    const { answers } = await work([undefined, changed('A'), undefined, changed('A')]);
    expect(answers).toEqual([again(RETRY), done, again(RETRY), done]);
  });

  it('should be put back where only its wording is not, and not be counted as a failure', async () => {
    const { answers, jobs, counted } = await work([one, two], on(one, isNewer));
    expect(jobs).toEqual([one, two]);
    expect(answers).toEqual([again(RETRY), done]);
    expect(counted).toEqual([]);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [5, 16],
    [6, 30],
    [1000, 30],
  ])('should wait ever longer: the %d. time for %d s', async (receives, seconds) => {
    const { answers } = await work([undefined], undefined, receives);
    expect(answers).toEqual([again(seconds * SECOND)]);
  });

  it('should not keep others waiting that come again sooner', async () => {
    const soon = again(2 * SECOND);
    const { answers } = await work(
      [undefined, one],
      on(one, () => soon),
      1000,
    );
    expect(answers).toEqual([soon, soon]);
  });
});
