import { setTimeout as sleep } from 'node:timers/promises';
import { renderMoved } from '../../blocks/message/moved.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { createInstallation } from '../../src/play/installation.ts';
import type { Worker } from '../../src/ports/queue.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import type { Secret } from '../../src/ports/secret.ts';
import { createTurns, noTurns } from '../../src/publish/turns.ts';
import { createWorker } from '../../src/publish/worker.ts';
import type { JobDeps } from '../jobs/deps.ts';
import { handleJob } from '../jobs/handle.ts';
import { wordsFor } from '../words-for.ts';
import type { HostDeps } from './deps.ts';

interface Working {
  scheduler: Scheduler;
  botToken: Secret;
  /** How many updates Slack takes of all messages in a workspace; `off`: nobody counts. */
  updatesPerMinute: number | 'off';
  /** Whether messages may be painted through clicks. */
  paintsThroughClicks: boolean;
}

/** The worker for all jobs, for any host: it takes what the host's queue hands out. */
export function createJobWorker(deps: HostDeps, working: Working): Worker {
  const { scheduler, botToken, updatesPerMinute: perMinute, paintsThroughClicks } = working;
  const jobDeps: JobDeps = {
    ...deps,
    installation: createInstallation({ ...deps, token: botToken }),
    scheduler,
    paintsThroughClicks,
    turns: perMinute === 'off' ? noTurns : createTurns({ ...deps, perMinute }),
    sleep: async (ms: number) => {
      await sleep(ms);
    },
    moved: renderMoved,
    tell: async (notice, reader) => noticeLine(notice, await wordsFor(deps, reader)),
  };
  return createWorker(deps, (job, visit) => handleJob(jobDeps, job, visit));
}
