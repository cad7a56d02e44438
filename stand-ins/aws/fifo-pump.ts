import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '@aws-sdk/client-sqs';
import { failedIds } from './batch-response.ts';
import { openQueue } from './fifo-queue.ts';
import type { LocalLambda } from './lambda.ts';
import { inspectQueue } from './queue-state.ts';
import { toSqsEvent } from './sqs-event.ts';

export interface PumpOptions {
  endpoint: string;
  queueUrl: string;
  lambda: LocalLambda;
  /** Messages in one batch, at most (default 10, a FIFO queue's maximum). */
  batchSize?: number;
  /** Batches at the same time, at most (default 5). */
  maxConcurrency?: number;
}

export interface FifoPump {
  /**
   * Resolves when no batch is under way and nothing can be received. Messages put back for later are not waited
   * for, unless they return within `returningWithinMs` from now; `Infinity` empties the queue.
   */
  idle(options?: { returningWithinMs?: number }): Promise<void>;
  /** Takes no more batches. Waits for those under way for a second at most. */
  close(): Promise<void>;
}

/**
 * What Lambda's event source mapping is to a FIFO queue. A batch may mix message groups, and no group is in two
 * batches at once (SQS sees to that). What the response names as failed, or all if the function throws, stays
 * in the queue until its visibility time-out; the rest is deleted.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 *
 * fauxqs never returns two messages of one group at once, as AWS does: craft such events by hand.
 */
export async function startFifoPump(options: PumpOptions): Promise<FifoPump> {
  const { endpoint, queueUrl, lambda, batchSize = 10, maxConcurrency = 5 } = options;
  const queue = await openQueue(endpoint, queueUrl);
  const running = new Set<Promise<void>>();
  /** Receipt handles of messages whose batch is over and which weren't deleted. */
  const putBack = new Set<string>();
  let open = true;

  async function poll(): Promise<void> {
    while (open) {
      if (running.size >= maxConcurrency) await Promise.race(running);
      const messages = await queue.receive(batchSize).catch(() => undefined);
      if (!open) await queue.release(messages ?? []).catch(() => {});
      else if (!messages) await sleep(100);
      else if (messages.length > 0) start(messages);
    }
  }

  function start(messages: Message[]): void {
    const batch = handle(messages).finally(() => running.delete(batch));
    running.add(batch);
  }

  async function handle(messages: Message[]): Promise<void> {
    const ids = messages.map(({ MessageId = '' }) => MessageId);
    const failed = await lambda
      .invoke(toSqsEvent(messages, queue.arn))
      .then((response) => failedIds(response, ids))
      .catch(() => new Set(ids));
    const isDone = ({ MessageId = '' }: Message) => !failed.has(MessageId);
    for (const message of messages) if (!isDone(message)) putBack.add(message.ReceiptHandle ?? '');
    await queue.remove(messages.filter(isDone)).catch(() => {});
  }

  async function isIdle(until: number): Promise<boolean> {
    if (running.size > 0) return false;
    const { receivable, invisible } = await inspectQueue(endpoint, queueUrl);
    const handles = new Set(invisible.map(({ receiptHandle }) => receiptHandle));
    for (const handle of putBack) if (!handles.has(handle)) putBack.delete(handle);
    // An invisible message that no batch has put back is on its way from the queue to the pump.
    const settled = invisible.every((one) => putBack.has(one.receiptHandle) && one.returnsAt > until);
    return receivable === 0 && settled && running.size === 0;
  }

  const polling = poll();
  return {
    async idle({ returningWithinMs = 0 } = {}) {
      const until = Date.now() + returningWithinMs;
      while (open && !(await isIdle(until))) await sleep(10);
    },
    async close() {
      open = false;
      await Promise.race([Promise.all([polling, ...running]), sleep(1000)]);
      queue.close();
    },
  };
}
