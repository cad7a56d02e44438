import type { Receipts } from '../../../src/aws/sqs-queue.ts';
import { type Job, messageGroup } from '../../../src/ports/job.ts';
import type { Queue } from '../../../src/ports/queue.ts';
import { type Clock, type Millis, SECOND } from '../../../src/time.ts';

/** Six times the function's own time-out, as AWS recommends. */
const VISIBILITY: Millis = 60 * SECOND;
/** Far below the deployed hundred: faults are few here, so whoever comes this far would go on for ever. */
const MAX_RECEIVES = 20;

export interface QueuedMessage {
  id: string;
  receipt: string;
  group: string;
  body: string;
  receives: number;
  sentAt: Millis;
  /** Invisible until then. */
  visibleAt: Millis;
}

/** An SQS FIFO queue: order and locking by message group, visibility time-outs, a dead-letter queue. */
export class FifoQueue implements Queue, Receipts {
  readonly deadLetters: QueuedMessage[] = [];
  /** What was given back, and for how long. */
  readonly postponed: { group: string; delayMs: Millis }[] = [];
  #messages: QueuedMessage[] = [];
  #count = 0;
  readonly #now: Clock;

  constructor(now: Clock) {
    this.#now = now;
  }

  async send(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) this.put(messageGroup(job), JSON.stringify(job));
  }

  /** Sends a message; with a time (ms since the epoch) that is still to come, it can't be received before. */
  put(group: string, body: string, from: Millis = 0): void {
    this.#count += 1;
    const now = this.#now();
    const visibleAt = Math.max(now, from);
    this.#messages.push({
      id: `m${this.#count}`,
      receipt: '',
      group,
      body,
      receives: 0,
      sentAt: now,
      visibleAt,
    });
  }

  async finish(receipts: readonly string[]): Promise<void> {
    this.remove(new Set(receipts));
  }

  async postpone(receipt: string, delayMs: Millis): Promise<void> {
    const message = this.#messages.find((one) => one.receipt === receipt);
    if (!message) return;
    message.visibleAt = this.#now() + Math.ceil(delayMs / SECOND) * SECOND;
    this.postponed.push({ group: message.group, delayMs });
  }

  /** In the order of sending; of each group what stands before its first invisible message. */
  receivable(): QueuedMessage[] {
    const now = this.#now();
    const locked = new Set<string>();
    return this.#messages.filter(({ group, visibleAt }) => {
      if (visibleAt > now) locked.add(group);
      return !locked.has(group);
    });
  }

  /** Takes up to `most` (10 at AWS) messages, unless they have been received too often. */
  receive(most: number): QueuedMessage[] {
    const messages = this.receivable().slice(0, most);
    for (const message of messages) {
      message.receives += 1;
      message.receipt = `${message.id}-${message.receives}`;
      message.visibleAt = this.#now() + VISIBILITY;
    }
    const dead = messages.filter(({ receives }) => receives > MAX_RECEIVES);
    this.deadLetters.push(...dead);
    this.#messages = this.#messages.filter((message) => !dead.includes(message));
    return messages.filter((message) => !dead.includes(message)).map((message) => ({ ...message }));
  }

  /** Deletes what nobody has received again since. */
  remove(receipts: ReadonlySet<string>): void {
    this.#messages = this.#messages.filter(({ receipt }) => !receipts.has(receipt));
  }

  /** As when a visibility time-out ends while the message is still being handled. */
  expose(receipt: string): void {
    const message = this.#messages.find((one) => one.receipt === receipt);
    if (message) message.visibleAt = this.#now();
  }

  /** When an invisible message returns next. */
  returnsAt(): Millis | undefined {
    const times = this.#messages.map(({ visibleAt }) => visibleAt).filter((time) => time > this.#now());
    return times.length > 0 ? Math.min(...times) : undefined;
  }
}
