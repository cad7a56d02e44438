import type { SQSRecord } from 'aws-lambda';
import { type BatchDeps, handleBatch } from '../../../handlers/lambda/batch.ts';
import type { TimeLeft } from '../../../src/ports/queue.ts';
import type { Choices } from '../core/choices.ts';
import type { Background, Scheduler } from '../core/scheduler.ts';
import type { FifoQueue, QueuedMessage } from './fifo-queue.ts';

/** The most batches at a time. */
const CONCURRENCY = 4;
const BATCH = 10;

export interface EventSourceOptions {
  scheduler: Scheduler;
  choices: Choices;
  queue: FifoQueue;
  /** What a new invocation of `publish` works with; it may die. */
  invoke(onDeath: () => void): { batch: BatchDeps; timeLeft: TimeLeft; end(): void };
  /** Whether a message's visibility time-out ends while its batch is still being handled. */
  overlaps(): boolean;
  /** Whether the deletion of a handled batch is lost: it returns. */
  losesDeletion(): boolean;
}

/**
 * What Lambda's event source mapping does: it receives batches, which may mix groups, hands each to an
 * invocation, and deletes what has not failed. What a dead invocation had returns by its visibility time-out.
 */
export class EventSource implements Background {
  #running = 0;
  #receiving = false;
  readonly #options: EventSourceOptions;

  constructor(options: EventSourceOptions) {
    this.#options = options;
  }

  poll(): void {
    const { scheduler, queue } = this.#options;
    if (this.#receiving || this.#running >= CONCURRENCY || queue.receivable().length === 0) return;
    this.#receiving = true;
    scheduler.add('queue: receive', () => {
      this.#receiving = false;
      this.#receive();
    });
  }

  nextAt(): number | undefined {
    return this.#options.queue.returnsAt();
  }

  #receive(): void {
    const { queue, choices } = this.#options;
    const available = Math.min(BATCH, queue.receivable().length);
    if (available === 0) return;
    // Mostly all that there is; SQS may give less.
    const messages = queue.receive(available - choices.pick(available, 'detail'));
    if (messages.length > 0) this.#start(messages);
  }

  #start(messages: QueuedMessage[]): void {
    const { scheduler, queue, invoke, overlaps } = this.#options;
    this.#running += 1;
    let dead = false;
    const { batch, timeLeft, end } = invoke(() => {
      dead = true;
      this.#running -= 1;
    });
    if (overlaps()) {
      const [first] = messages;
      scheduler.add('queue: visible too early', () => first && queue.expose(first.receipt));
    }
    void handleBatch(batch, messages.map(toRecord), timeLeft).then(({ batchItemFailures }) => {
      if (dead) return;
      this.#running -= 1;
      end();
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      this.#delete(messages.filter(({ id }) => !failed.has(id)));
    });
  }

  #delete(messages: QueuedMessage[]): void {
    const { scheduler, queue, losesDeletion } = this.#options;
    if (messages.length === 0 || losesDeletion()) return;
    scheduler.add('queue: delete', () => queue.remove(new Set(messages.map(({ receipt }) => receipt))));
  }
}

/** As Lambda hands it over. */
export function toRecord({ id, receipt, group, body, receives, sentAt }: QueuedMessage): SQSRecord {
  return {
    messageId: id,
    receiptHandle: receipt,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: String(sentAt),
      SenderId: 'AIDA',
      ApproximateFirstReceiveTimestamp: String(sentAt),
      MessageGroupId: group,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:groom.fifo',
    awsRegion: 'eu-central-1',
  };
}
