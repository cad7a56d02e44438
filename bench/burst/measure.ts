import type { Bundles } from '../bundles.ts';
import { startChild } from '../child.ts';
import type { Options } from '../options.ts';
import { percentile, sum } from '../percentile.ts';
import { CROWDS, type Crowd } from './crowd.ts';
import type { Cell, CellResult } from './process.ts';
import type { RunResult } from './run.ts';
import type { Subject } from './truth.ts';
import { WEATHERS, type Weather } from './weather.ts';

/** A row of the table: all runs of one crowd in one weather. Milliseconds; absent where nothing settled. */
export interface BurstRow {
  subject: Subject;
  crowd: string;
  weather: string;
  runs: number;
  votes: number;
  failed: number;
  lost: number;
  wrong: number;
  /** Calls of chat.update in one run. */
  updates: { median: number; most: number };
  limited: number;
  settle: Spread | undefined;
  ack: Spread | undefined;
  busy: number;
}

export interface Spread {
  p50: number;
  p95: number;
}

/** Every crowd in every weather, ours and naive at the same time, each in its own process. */
export async function measureBursts(
  bundles: Bundles,
  { seed, full }: Options,
  progress: (text: string) => void,
): Promise<BurstRow[]> {
  const rows: BurstRow[] = [];
  for (const weather of WEATHERS) {
    for (const crowd of CROWDS) {
      progress(`burst: ${crowd.name}, Slack ${weather.name}`);
      const both = (['ours', 'naive'] as const).map(async (subject) => {
        const code = { publish: bundles.ours.publish, slack: bundles[subject].slack };
        const runs = full ? crowd.runs.full : quickRuns(crowd, weather);
        const patienceMs = full ? 15_000 : 5000;
        const cell = { subject, crowd, weather, code, seed, patienceMs, runs, together: crowd.together };
        return toRow(cell, await play({ ...cell, seed: `${seed}/${crowd.name}/${weather.name}` }));
      });
      rows.push(...(await Promise.all(both)));
    }
  }
  return rows;
}

/** Naive code takes long to wait out rate limits, so that is run less often by default. */
const quickRuns = ({ runs }: Crowd, { limits }: Weather): number =>
  limits === 'off' ? runs.quick : Math.ceil(runs.quick / 2);

async function play(cell: Cell): Promise<CellResult> {
  const child = startChild<Cell, CellResult>(new URL('process.ts', import.meta.url));
  try {
    return await child.ask(cell);
  } finally {
    child.end();
  }
}

function toRow({ subject, crowd, weather }: Cell, { runs, busy }: CellResult): BurstRow {
  const total = (of: (run: RunResult) => number) => sum(runs.map(of));
  const updates = runs.map((run) => run.updates);
  return {
    subject,
    crowd: crowd.name,
    weather: weather.name,
    runs: runs.length,
    votes: runs.length * crowd.voters,
    failed: total((run) => run.failed),
    lost: total((run) => run.lost),
    wrong: runs.filter((run) => run.wrong).length,
    updates: { median: percentile(updates, 0.5) ?? 0, most: Math.max(...updates) },
    limited: total((run) => run.limited),
    settle: spread(runs.flatMap(({ settleMs }) => settleMs ?? [])),
    ack: spread(runs.flatMap(({ ackMs }) => ackMs)),
    busy,
  };
}

function spread(values: readonly number[]): Spread | undefined {
  const [p50, p95] = [percentile(values, 0.5), percentile(values, 0.95)];
  return p50 === undefined || p95 === undefined ? undefined : { p50, p95 };
}
