import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { renderMoved } from '../../blocks/message/moved.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { createInstallation } from '../../src/play/installation.ts';
import { createWorker } from '../../src/publish/worker.ts';
import type { JobDeps } from '../jobs/deps.ts';
import { handleJob } from '../jobs/handle.ts';
import { wordsFor } from '../reader.ts';
import { type BatchDeps, handleBatch } from './batch.ts';
import { createClients, warmUp } from './clients.ts';
import { readPublishEnvironment } from './environment.ts';
import { withLogFields } from './log.ts';
import { onceStarted } from './start.ts';
import { createDeps, createScheduler } from './wiring.ts';

/** The Lambda function behind the queue. */

const environment = readPublishEnvironment();
const clients = createClients();

const started = onceStarted(clients.ssm, environment.secrets, ({ botToken }): BatchDeps => {
  const deps = createDeps(environment, 'publish', clients, botToken);
  const { queue, log } = deps;
  const jobDeps: JobDeps = {
    ...deps,
    installation: createInstallation({ ...deps, token: botToken }),
    scheduler: createScheduler(environment, queue),
    sleep: async (ms: number) => {
      await sleep(ms);
    },
    moved: renderMoved,
    tell: async (notice, reader) => noticeLine(notice, await wordsFor(deps, reader)),
  };
  const worker = createWorker(deps, (job, visit) => handleJob(jobDeps, job, visit));
  return { worker, receipts: queue, log };
});
warmUp(clients, environment);

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  return withLogFields({ requestId: context.awsRequestId }, async () =>
    handleBatch(await started(), event.Records, () => context.getRemainingTimeInMillis()),
  );
}
