import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Options } from '../options.ts';

/** When, where and how a run was made, without the machine's name. */
export function machineLine({ seed, full }: Options, seconds: number): string {
  const gib = Math.round(totalmem() / 2 ** 30);
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() || process.arch}), ${gib} GiB`;
  const load = loadavg()[1]?.toFixed(1);
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cores}, Node ${process.versions.node}, load ${load},`,
    `seed ${seed}, ${full ? 'all runs' : 'short runs'}, ${Math.round(seconds)} s.`,
  ].join(' ');
}
