import type { Bundles } from '../bundles.ts';
import { startChild } from '../child.ts';
import type { Options } from '../options.ts';
import type { TogetherOptions, TogetherResult } from './play.ts';

export interface TogetherRow extends TogetherResult {
  subject: 'ours' | 'through' | 'naive';
  sessions: number;
}

const SESSIONS = [1, 3, 5, 10, 20, 50];

/** Ours, ours with messages painted through clicks, and naive at the same time, each in its own process. */
export async function measureTogether(
  bundles: Bundles,
  { seed }: Options,
  progress: (text: string) => void,
): Promise<TogetherRow[]> {
  const rows: TogetherRow[] = [];
  for (const sessions of SESSIONS) {
    progress(`together: ${sessions} sessions`);
    const both = (['ours', 'through', 'naive'] as const).map(async (subject) => {
      const paintsThroughClicks = subject === 'through';
      const { slack } = subject === 'naive' ? bundles.naive : bundles.ours;
      const code = { publish: bundles.ours.publish, slack };
      const child = startChild<TogetherOptions, TogetherResult>(new URL('process.ts', import.meta.url));
      try {
        return {
          subject,
          sessions,
          ...(await child.ask({ sessions, code, seed: `${seed}/${sessions}`, paintsThroughClicks })),
        };
      } finally {
        child.end();
      }
    });
    rows.push(...(await Promise.all(both)));
  }
  return rows;
}
