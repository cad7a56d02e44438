import { defined } from '../../src/game/defined.ts';
import { type Job, ownerOf } from '../../src/ports/job.ts';
import { again, done, type Verdict, type Visit } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { wordsFor } from '../words-for.ts';
import type { JobDeps } from './deps.ts';
import { doctor } from './doctor.ts';
import { home } from './home.ts';
import { nudge } from './nudge.ts';
import { publish } from './publish.ts';
import { refresh, refreshForm } from './refresh.ts';
import { report } from './report.ts';
import { ATTEMPTS, reply, tell } from './tell.ts';
import { uninstalled } from './uninstalled.ts';

/** How far another container's clock may be behind; a `changed` that came before its time would wake nobody. */
const CLOCK_SKEW: Millis = 500;

/** What says something to somebody. */
const SAID: ReadonlySet<Job['kind']> = new Set(['reply', 'tell', 'report']);

/** Does what a job asks for. */
export async function handleJob(deps: JobDeps, job: Job, visit: Visit): Promise<Verdict> {
  const { receives } = visit;
  if (job.kind === 'uninstalled') return uninstalled(deps, job);
  if (job.teamId !== undefined && (await deps.installation.isRemoved(job.teamId))) {
    deps.log.info('not installed any more', { kind: job.kind, ...ownerOf(job) });
    return done;
  }
  if (SAID.has(job.kind) && receives > ATTEMPTS) {
    deps.log.error('not said', { ...ownerOf(job), kind: job.kind });
    return done;
  }
  switch (job.kind) {
    case 'changed':
      return publish(deps, job, receives);
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
      return report(deps, job, await wordsFor(deps, job), visit);
    case 'doctor':
      return doctor(deps, job);
    case 'timer': {
      const remaining = job.dueAt + CLOCK_SKEW - deps.now();
      if (remaining > 0) return again(remaining);
      const { sessionId, tries } = job;
      await deps.queue.send([defined({ kind: 'changed', ...ownerOf(job), sessionId, tries })]);
      return done;
    }
  }
}
