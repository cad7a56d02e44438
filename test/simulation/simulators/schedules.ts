import { messageGroup } from '../../../src/ports/job.ts';
import type { Scheduler, Timer } from '../../../src/ports/schedule.ts';
import { type Clock, DAY, MINUTE, type Millis } from '../../../src/time.ts';
import type { FifoQueue } from './fifo-queue.ts';

/**
 * EventBridge Scheduler as we use it: the timer comes into the queue in the minute before it is due, once however
 * often it is scheduled. What is due in days only comes in a story that goes on for so long: any other is over before.
 */
export class Schedules implements Scheduler {
  readonly #names = new Set<string>();
  readonly #queue: FifoQueue;
  readonly #now: Clock;
  /** `undefined` once they may come. */
  #held: Timer[] | undefined = [];

  constructor(queue: FifoQueue, now: Clock) {
    this.#queue = queue;
    this.#now = now;
  }

  async at(job: Timer): Promise<void> {
    const group = messageGroup(job);
    if (this.#names.has(group)) return;
    this.#names.add(group);
    if (this.#held && job.dueAt - this.#now() >= DAY) this.#held.push(job);
    else this.#put(job);
  }

  /** What is due in days comes as well from now on. */
  goOn(): void {
    for (const job of this.#held ?? []) this.#put(job);
    this.#held = undefined;
  }

  /** Whether it has come to rest with this one still to come. */
  holds(sessionId: string, dueAt: Millis | undefined): boolean {
    return this.#held?.some((job) => job.sessionId === sessionId && job.dueAt === dueAt) ?? false;
  }

  #put(job: Timer): void {
    this.#queue.put(messageGroup(job), JSON.stringify(job), job.dueAt - MINUTE);
  }
}
