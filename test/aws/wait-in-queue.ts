import type { Queue } from '../../src/ports/queue.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';

/** A scheduler without a server of its own: timers wait in the queue, where `publish` postpones the early ones. */
export function waitInQueue(queue: Queue): Scheduler {
  return { at: (job) => queue.send([job]) };
}
