import type { Translate } from '../../blocks/language/translate.ts';
import type { Job } from '../../src/queue/queue.ts';
import type { JobDeps } from './deps.ts';

/** Not built yet. */
export async function report(
  _: JobDeps,
  __: Extract<Job, { kind: 'report' }>,
  ___: Translate,
): Promise<number | undefined> {
  return undefined;
}
