import type { Queue } from '../../src/queue/queue.ts';
import type { Scheduler } from '../../src/schedule/schedule.ts';

/** A scheduler without a server of its own: timers wait in the queue, where `publish` postpones the early ones. */
export function waitInQueue(queue: Queue): Scheduler {
  return { at: (job) => queue.send([job]) };
}
