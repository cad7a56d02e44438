import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { withLogFields } from '../host/log.ts';
import { createJobWorker } from '../host/working.ts';
import { type BatchDeps, handleBatch } from './batch.ts';
import { createClients, warmUp } from './clients.ts';
import { type Examined, examine, isDoctor } from './doctor.ts';
import { readPublishEnvironment } from './environment.ts';
import { onceStarted } from './start.ts';
import { createDeps, createScheduler } from './wiring.ts';

/** The Lambda function behind the queue. */

const environment = readPublishEnvironment();
const clients = createClients();

const started = onceStarted(clients.ssm, environment.secrets, ({ botToken }) => {
  const deps = createDeps(environment, 'publish', clients, botToken);
  const { queue, log } = deps;
  const { updatesPerMinute, paintsThroughClicks } = environment;
  const scheduler = createScheduler(environment, queue);
  const worker = createJobWorker(deps, { scheduler, botToken, updatesPerMinute, paintsThroughClicks });
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
