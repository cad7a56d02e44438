import type { Job } from '../../src/queue/queue.ts';

/** Whose it is, as log fields. */
export const ownerOf = (job: Job) => ({
  ...('sessionId' in job && job.sessionId && { sessionId: job.sessionId }),
  ...(job.teamId && { teamId: job.teamId }),
});
