import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Outcome, Schedule } from './schedule.ts';
import type { Climate } from './temper.ts';

/** `FAULT_SCHEDULES` multiplies the numbers; `FAULT_SEED` plays that one of each climate alone. */
export function plan(counts: Record<Climate, number>): Schedule[] {
  const { FAULT_SEED: only, FAULT_SCHEDULES: factor = '1' } = process.env;
  const climates = Object.entries(counts) as [Climate, number][];
  const [wanted, seed] = only?.split('-') ?? [];
  if (seed) return [{ climate: wanted as Climate, seed: Number(seed) }];
  const all = climates.flatMap(([climate, count]) =>
    Array.from({ length: Math.ceil(count * Number(factor)) }, (_, index) => ({ climate, seed: index + 1 })),
  );
  // Mixed, because some climates leave the processor idle and others don't.
  return all.toSorted((a, b) => a.seed / counts[a.climate] - b.seed / counts[b.climate]);
}

/** Plays schedules on all processors. */
export async function playSchedules(schedules: readonly Schedule[]): Promise<Outcome[]> {
  const threads = Math.min(availableParallelism(), 4, schedules.length);
  const shares = Array.from({ length: threads }, (_, thread) =>
    schedules.filter((_, index) => index % threads === thread),
  );
  return (await Promise.all(shares.map(playInThread))).flat();
}

function playInThread(share: readonly Schedule[]): Promise<Outcome[]> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: share });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread ended early, with ${code}`)));
  });
}

/** What went wrong in the schedules that failed; empty if none did. */
export function explain(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ problems }) => problems.length > 0)
    .map(({ climate, seed, problems, faults }) =>
      [
        `Again: FAULT_SEED=${climate}-${seed} npx vitest run test/faults/schedules.test.ts`,
        ...problems.map((problem) => `  ${problem}`),
        ...faults.map((fault) => `    ${fault}`),
      ].join('\n'),
    )
    .join('\n');
}
