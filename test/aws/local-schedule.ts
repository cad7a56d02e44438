import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import {
  createEventBridgeSchedule,
  type EventBridgeScheduleOptions,
} from '../../src/aws/eventbridge-schedule.ts';
import { createSqsQueue } from '../../src/aws/sqs-queue.ts';
import { parseJob } from '../../src/ports/job.ts';
import type { Scheduler } from '../../src/ports/schedule.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type LocalScheduler, startScheduler } from '../../stand-ins/aws/scheduler.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import type { ScheduleBackend } from '../ports/schedule-contract.ts';
import { type LocalQueue, startLocalQueue } from './local-queue.ts';

/** The product's scheduler on an EventBridge Scheduler and an SQS of its own, with a clock that stands still. */
export interface LocalSchedule extends ScheduleBackend {
  local: LocalScheduler;
  queue: LocalQueue;
  client: SchedulerClient;
  clock: ManualClock;
  /** The same, deployed a little differently. */
  otherwise(changes: Partial<EventBridgeScheduleOptions>): Scheduler;
}

/** Where nobody listens. */
const nowhere = { ...localClient('http://127.0.0.1:1'), maxAttempts: 1 };

export async function startLocalSchedule(): Promise<LocalSchedule> {
  const clock = manualClock();
  const queue = await startLocalQueue();
  const local = await startScheduler({ sqsEndpoint: queue.sqs.endpoint, now: clock.now });
  const client = new SchedulerClient({ ...localClient(local.endpoint), maxAttempts: 1 });
  const otherwise = (changes: Partial<EventBridgeScheduleOptions>) =>
    createEventBridgeSchedule({
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
    schedule: otherwise({}),
    outOfReach: otherwise({
      client: new SchedulerClient(nowhere),
      queue: createSqsQueue({ client: new SQSClient(nowhere), queueUrl: `http://127.0.0.1:1/0/groom.fifo` }),
    }),
    otherwise,
    now: clock.now,
    local,
    queue,
    client,
    clock,
    async pass(ms) {
      clock.advance(ms);
      await local.catchUp();
    },
    async arrived() {
      const received = await queue.receive();
      for (const { receipt } of received) await queue.remove(receipt);
      return received.map(({ body, group }) => ({ job: parseJob(body), group }));
    },
    async close() {
      client.destroy();
      await local.close();
      await queue.close();
    },
  };
}
