import { describe, expect, it } from 'vitest';
import { handleBatch } from '../../../handlers/lambda/batch.ts';
import { again } from '../../../src/ports/queue.ts';
import { manualClock } from '../../clock.ts';
import { changed } from '../../ports/queue-contract.ts';
import { silent } from '../../silent.ts';
import { toRecord } from '../../simulation/simulators/event-source.ts';
import { FifoQueue } from '../../simulation/simulators/fifo-queue.ts';
import { unhurried } from '../../unhurried.ts';

describe('A batch', () => {
  it('should give all messages of a group back before any can be received: another publisher would begin with some', async () => {
    const queue = new FifoQueue(manualClock().now);
    await queue.send([changed('A'), changed('A'), changed('A')]);
    const receivable: number[] = [];
    const receipts = {
      finish: async () => {},
      async postpone(receipt: string, delayMs: number) {
        receivable.push(queue.receivable().length);
        await queue.postpone(receipt, delayMs);
      },
    };
    const records = queue.receive(10).map(toRecord);
    const worker = async (group: readonly unknown[]) => group.map(() => again(0));
    await handleBatch({ worker, receipts, log: silent }, records, unhurried);
    expect(receivable).toEqual([0, 0, 0]);
    expect(queue.receivable()).toHaveLength(3);
  });
});
