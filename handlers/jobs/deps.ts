import type { Readers } from '../../src/play/readers.ts';
import type { Job } from '../../src/ports/queue.ts';
import type { PublishDeps } from '../../src/publish/deps.ts';
import { type Millis, SECOND } from '../../src/time.ts';

/** What the jobs of the queue work with. */
export interface JobDeps extends PublishDeps {
  readers: Readers;
}

/** Whose it is, as log fields. */
export const ownerOf = (job: Job) => ({
  ...('sessionId' in job && job.sessionId && { sessionId: job.sessionId }),
  ...(job.teamId && { teamId: job.teamId }),
});

/** After an error that is none of Slack's rate limits: soon, for the whole group waits. */
export const RETRY: Millis = 1.5 * SECOND;
