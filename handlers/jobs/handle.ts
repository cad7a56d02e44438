import type { SQSRecord } from 'aws-lambda';
import type { Job } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { wordsFor } from '../reader.ts';
import { type JobDeps, ownerOf } from './deps.ts';
import { home } from './home.ts';
import { nudge } from './nudge.ts';
import { publish } from './publish.ts';
import { refresh, refreshForm } from './refresh.ts';
import { report } from './report.ts';
import { reply, tell } from './tell.ts';

/** Another container's clock may be behind by so much; a `changed` that came before its time would wake nobody. */
const CLOCK_SKEW: Millis = 500;

/** Answers after how many ms the job wants to be seen again, if it does. */
export async function handleJob(deps: JobDeps, job: Job, record: SQSRecord): Promise<Millis | undefined> {
  const receives = Number(record.attributes.ApproximateReceiveCount);
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
      if (remaining > 0) return remaining;
      await deps.queue.send([{ kind: 'changed', ...ownerOf(job), sessionId: job.sessionId }]);
      return undefined;
    }
  }
}
