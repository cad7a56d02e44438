import type { Job } from '../../src/queue/queue.ts';
import type { JobDeps } from './deps.ts';

/** Not built yet. */
export async function home(_: JobDeps, __: Extract<Job, { kind: 'home' }>): Promise<number | undefined> {
  return undefined;
}
