import { type Job, ownerOf } from '../../src/ports/job.ts';
import { type Answer, again, done } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { wordsFor } from '../reader.ts';
import type { JobDeps } from './deps.ts';
import { home } from './home.ts';
import { nudge } from './nudge.ts';
import { publish } from './publish.ts';
import { refresh, refreshForm } from './refresh.ts';
import { report } from './report.ts';
import { reply, tell } from './tell.ts';
import { uninstalled } from './uninstalled.ts';

/** Another container's clock may be behind by so much; a `changed` that came before its time would wake nobody. */
const CLOCK_SKEW: Millis = 500;

/** Does what a job asks for; `receives`: how often it has come by now. */
export async function handleJob(deps: JobDeps, job: Job, receives: number): Promise<Answer> {
  if (job.kind === 'uninstalled') return uninstalled(deps, job);
  if (job.teamId !== undefined && (await deps.installation.isRemoved(job.teamId))) {
    deps.log.info('not installed any more', { kind: job.kind, ...ownerOf(job) });
    return done;
  }
  switch (job.kind) {
    case 'changed':
      return publish(deps, job, receives > 1);
    case 'reply':
      return reply(deps, job, receives);
    case 'tell':
      return tell(deps, job, receives);
    case 'nudge':
      return nudge(deps, job);
    case 'refresh':
      return refresh(deps, job);
    case 'form':
      return refreshForm(deps, job);
    case 'home':
      return home(deps, job);
    case 'report':
      return report(deps, job, await wordsFor(deps, job));
    case 'timer': {
      const remaining = job.dueAt + CLOCK_SKEW - deps.now();
      if (remaining > 0) return again(remaining);
      await deps.queue.send([{ kind: 'changed', ...ownerOf(job), sessionId: job.sessionId }]);
      return done;
    }
  }
}
