import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { renderMoved } from '../../blocks/message/moved.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import type { JobDeps } from '../jobs/deps.ts';
import { wordsFor } from '../reader.ts';
import { handleBatch } from './batch.ts';
import { readPublishEnvironment } from './environment.ts';
import { withLogFields } from './log.ts';
import { createDeps, createScheduler, onceStarted } from './wiring.ts';

/** The Lambda function behind the queue. */

const started = onceStarted(readPublishEnvironment(), (environment): JobDeps => {
  const deps = createDeps(environment, 'publish');
  return {
    ...deps,
    scheduler: createScheduler(environment, deps.queue),
    sleep: async (ms: number) => {
      await sleep(ms);
    },
    moved: renderMoved,
    tell: async (notice, reader) => noticeLine(notice, await wordsFor(deps, reader)),
  };
});

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  return withLogFields({ requestId: context.awsRequestId }, async () =>
    handleBatch(await started(), event.Records),
  );
}
