import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { noticeLine } from '../blocks/notices.ts';
import { render } from '../blocks/render.ts';
import { renderMoved } from '../blocks/summary.ts';
import { readPublishEnvironment } from './environment.ts';
import { handleBatch } from './jobs/batch.ts';
import type { JobDeps } from './jobs/deps.ts';
import { withLogFields } from './log.ts';
import { wordsFor } from './reader.ts';
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
    render,
    moved: renderMoved,
    tell: async (notice, reader) => noticeLine(notice, await wordsFor(deps, reader)),
  };
});

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  return withLogFields({ requestId: context.awsRequestId }, async () =>
    handleBatch(await started(), event.Records),
  );
}
