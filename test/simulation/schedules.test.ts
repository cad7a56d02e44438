import { parseJob } from '../../src/ports/job.ts';
import type { Scheduler as Deadlines } from '../../src/ports/schedule.ts';
import { manualClock } from '../clock.ts';
import { scheduleContract } from '../ports/schedule-contract.ts';
import { replayed } from './core/choices.ts';
import { throwing } from './core/ports.ts';
import { Scheduler } from './core/scheduler.ts';
import { FifoQueue } from './simulators/fifo-queue.ts';
import { Schedules } from './simulators/schedules.ts';
import { troubled } from './troubled.ts';

scheduleContract('the simulation', async () => {
  const clock = manualClock();
  const queue = new FifoQueue(clock.now);
  const schedule = new Schedules(queue, clock.now);
  schedule.goOn();
  return {
    schedule,
    outOfReach: troubled<Deadlines>(schedule, {
      port: 'queue',
      failing: throwing,
      scheduler: new Scheduler(replayed([]), { maxSteps: 100 }),
      fault: () => 'fails',
    }),
    now: clock.now,
    pass: async (ms) => clock.advance(ms),
    async arrived() {
      const messages = queue.receive(10);
      queue.remove(new Set(messages.map(({ receipt }) => receipt)));
      return messages.map(({ body, group }) => ({ job: parseJob(body), group }));
    },
    close: async () => {},
  };
});
