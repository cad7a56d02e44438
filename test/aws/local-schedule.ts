import { SchedulerClient } from '@aws-sdk/client-scheduler';
import {
  createEventBridgeSchedule,
  type EventBridgeScheduleOptions,
} from '../../src/aws/eventbridge-schedule.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type LocalScheduler, startScheduler } from '../../stand-ins/aws/scheduler.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { type LocalQueue, startLocalQueue } from './local-queue.ts';

/** The product's scheduler on an EventBridge Scheduler and an SQS of its own, with a clock that stands still. */
export interface LocalSchedule {
  schedule: Scheduler;
  local: LocalScheduler;
  queue: LocalQueue;
  client: SchedulerClient;
  clock: ManualClock;
  /** Lets time pass, and fires what is due by then. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function startLocalSchedule(
  changes: Partial<EventBridgeScheduleOptions> = {},
): Promise<LocalSchedule> {
  const clock = manualClock();
  const queue = await startLocalQueue();
  const local = await startScheduler({ sqsEndpoint: queue.sqs.endpoint, now: clock.now });
  const client = new SchedulerClient({ ...localClient(local.endpoint), maxAttempts: 1 });
  const schedule = createEventBridgeSchedule({
    client,
    queue: queue.queue,
    now: clock.now,
    groupName: local.groupName,
    queueArn: queue.sqs.queueArn,
    roleArn: local.roleArn,
    deadLetterArn: queue.sqs.scheduleDeadLetterQueueArn,
    ...changes,
  });
  return {
    schedule,
    local,
    queue,
    client,
    clock,
    async pass(ms) {
      clock.advance(ms);
      await local.catchUp();
    },
    async close() {
      client.destroy();
      await local.close();
      await queue.close();
    },
  };
}
