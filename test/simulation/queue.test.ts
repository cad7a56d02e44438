import { handleBatch } from '../../handlers/lambda/batch.ts';
import { manualClock } from '../clock.ts';
import { queueContract } from '../ports/queue-contract.ts';
import { silent } from '../silent.ts';
import { unhurried } from '../unhurried.ts';
import { toRecord } from './simulators/event-source.ts';
import { FifoQueue } from './simulators/fifo-queue.ts';

const BATCH = 10;

queueContract('the simulation', async () => {
  const clock = manualClock();
  const queue = new FifoQueue(clock.now);
  return {
    queue,
    put: async (group, body) => queue.put(group, body),
    async work(worker, waitMs = 0) {
      const returnsAt = queue.returnsAt();
      const isWorthIt = returnsAt !== undefined && returnsAt <= clock.now() + waitMs;
      if (queue.receivable().length === 0 && isWorthIt) clock.set(returnsAt);
      const messages = queue.receive(BATCH);
      const { batchItemFailures } = await handleBatch(
        { worker, receipts: queue, log: silent },
        messages.map(toRecord),
        unhurried,
      );
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      queue.remove(new Set(messages.filter(({ id }) => !failed.has(id)).map(({ receipt }) => receipt)));
    },
    async lose() {
      queue.receive(BATCH);
    },
    close: async () => {},
  };
});
