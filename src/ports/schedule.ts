import type { JobOf } from './job.ts';

export type Timer = JobOf<'timer'>;

/** Where things wait that are due in hours or days; the queue itself waits for what is due in seconds. */
export interface Scheduler {
  /**
   * Brings the job into the queue by its `dueAt` (ms since the epoch), or at once if that is over; more than once in bad
   * times. It may come two minutes early: whoever handles it puts it back until it is due. Scheduling the same job twice
   * is harmless. Throws unless it is certain that the job will come.
   */
  at(job: Timer): Promise<void>;
}
