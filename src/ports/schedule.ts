import type { Job } from './job.ts';

export type Timer = Extract<Job, { kind: 'timer' }>;

/** Where things wait that are due in hours or days; the queue itself waits for what is due in seconds. */
export interface Scheduler {
  /**
   * Has the job handled at its `dueAt` (ms since the epoch), or at once if that is over; more than once in bad
   * times. Scheduling the same job twice is harmless. Throws unless it is certain that the job will come.
   */
  at(job: Timer): Promise<void>;
}
