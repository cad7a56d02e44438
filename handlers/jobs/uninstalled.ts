import type { JobOf } from '../../src/ports/job.ts';
import { again, RETRY, type Verdict } from '../../src/ports/queue.ts';
import type { JobDeps } from './deps.ts';
import { orLater } from './or-later.ts';

/** Makes sure that the app was removed; from then on the jobs of that workspace come to nothing. */
export async function uninstalled(deps: JobDeps, { teamId }: JobOf<'uninstalled'>): Promise<Verdict> {
  const asked = await deps.installation.removed(teamId);
  if (asked.ok) deps.log.info('told of a removal', { teamId });
  return orLater(asked, () => again(RETRY));
}
