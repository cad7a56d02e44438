import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { renderMoved } from '../../blocks/message/moved.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { createInstallation } from '../../src/play/installation.ts';
import { createTurns, noTurns } from '../../src/publish/turns.ts';
import { createWorker } from '../../src/publish/worker.ts';
import type { JobDeps } from '../jobs/deps.ts';
import { handleJob } from '../jobs/handle.ts';
import { wordsFor } from '../words-for.ts';
import { type BatchDeps, handleBatch } from './batch.ts';
import { createClients, warmUp } from './clients.ts';
import { type Examined, examine, isDoctor } from './doctor.ts';
import { readPublishEnvironment } from './environment.ts';
import { withLogFields } from './log.ts';
import { onceStarted } from './start.ts';
import { createDeps, createScheduler } from './wiring.ts';

/** The Lambda function behind the queue. */

const environment = readPublishEnvironment();
const clients = createClients();

const started = onceStarted(clients.ssm, environment.secrets, ({ botToken }) => {
  const deps = createDeps(environment, 'publish', clients, botToken);
  const { queue, log } = deps;
  const { updatesPerMinute: perMinute } = environment;
  const scheduler = createScheduler(environment, queue);
  const jobDeps: JobDeps = {
    ...deps,
    installation: createInstallation({ ...deps, token: botToken }),
    scheduler,
    paintsThroughClicks: environment.paintsThroughClicks,
    turns: perMinute === 'off' ? noTurns : createTurns({ ...deps, perMinute }),
    sleep: async (ms: number) => {
      await sleep(ms);
    },
    moved: renderMoved,
    tell: async (notice, reader) => noticeLine(notice, await wordsFor(deps, reader)),
  };
  const worker = createWorker(deps, (job, visit) => handleJob(jobDeps, job, visit));
  const batch: BatchDeps = { worker, receipts: queue, log };
  const ways = { queue, scheduler, botToken: botToken.current };
  return { batch, examine: () => examine(environment, 'publish', clients, ways) };
});
warmUp(clients, environment);

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse | Examined[]> {
  return withLogFields({ requestId: context.awsRequestId }, async () => {
    const { batch, examine } = await started();
    if (isDoctor(event)) return examine();
    return handleBatch(batch, event.Records, () => context.getRemainingTimeInMillis());
  });
}
