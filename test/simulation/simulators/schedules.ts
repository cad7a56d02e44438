import { messageGroup } from '../../../src/ports/job.ts';
import type { Scheduler, Timer } from '../../../src/ports/schedule.ts';
import { MINUTE } from '../../../src/time.ts';
import type { FifoQueue } from './fifo-queue.ts';

/**
 * EventBridge Scheduler as we use it: the timer comes into the queue in the minute before it is due, once however
 * often it is scheduled.
 */
export class Schedules implements Scheduler {
  readonly #names = new Set<string>();
  readonly #queue: FifoQueue;

  constructor(queue: FifoQueue) {
    this.#queue = queue;
  }

  async at(job: Timer): Promise<void> {
    const group = messageGroup(job);
    if (this.#names.has(group)) return;
    this.#names.add(group);
    this.#queue.put(group, JSON.stringify(job), job.dueAt - MINUTE);
  }
}
