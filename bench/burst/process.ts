/** Plays the runs of one cell of the table, in a process of its own: see child.ts. */
import { serve } from '../child.ts';
import { type RunOptions, type RunResult, setStage } from './run.ts';

export interface Cell extends RunOptions {
  runs: number;
  /** How many runs are played at the same time. */
  together: number;
}

export interface CellResult {
  runs: RunResult[];
  /** The share of the time of the bursts in which this process's one thread was busy, from 0 to 1. */
  busy: number;
}

serve(async ({ runs, together, seed, ...options }: Cell): Promise<CellResult> => {
  const results: RunResult[] = [];
  const busy: number[] = [];
  while (results.length < runs) {
    const batch = Math.min(together, runs - results.length);
    const seeds = Array.from({ length: batch }, (_, index) => `${seed}/${results.length + index}`);
    const stages = await Promise.all(seeds.map((own) => setStage({ ...options, seed: own })));
    const before = performance.eventLoopUtilization();
    results.push(...(await Promise.all(stages.map((stage) => stage.play()))));
    busy.push(performance.eventLoopUtilization(before).utilization);
    await Promise.all(stages.map((stage) => stage.close()));
  }
  return { runs: results, busy: Math.max(...busy) };
});
