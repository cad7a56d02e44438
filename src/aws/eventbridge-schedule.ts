import { CreateScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler';
import { messageGroup } from '../ports/job.ts';
import type { Queue } from '../ports/queue.ts';
import type { Scheduler, Timer } from '../ports/schedule.ts';
import { type Clock, epochSeconds, HOUR, MINUTE, type Millis, SECOND } from '../time.ts';

export interface EventBridgeScheduleOptions {
  client: SchedulerClient;
  /** Where what is due soon waits instead. */
  queue: Queue;
  now: Clock;
  /** The schedule group in which all schedules are made. */
  groupName: string;
  /** The FIFO queue behind `queue`. Scheduler gives no deduplication ids: it must make them of the content. */
  queueArn: string;
  /** What EventBridge Scheduler may do in our name: send to the two queues. */
  roleArn: string;
  /** A standard queue, because EventBridge Scheduler takes no FIFO queue there. */
  deadLetterArn?: string;
}

/**
 * A schedule fires within the minute that begins at its time, so it is made for a minute earlier: `publish` puts
 * a timer that comes too early back into the queue until it is due, to the second.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
const LEAD: Millis = MINUTE;
/** A schedule must not lie in the past when EventBridge Scheduler gets to see it. */
const SOON: Millis = LEAD + MINUTE;

/** Its maximum and its default: a deadline that is late is better than none. */
const RETRIES = { MaximumEventAgeInSeconds: (24 * HOUR) / SECOND, MaximumRetryAttempts: 185 };

/** One-off schedules in EventBridge Scheduler, which delete themselves. */
export function createEventBridgeSchedule(options: EventBridgeScheduleOptions): Scheduler {
  const { client, queue, now, groupName, queueArn, roleArn, deadLetterArn } = options;
  return {
    async at(job) {
      if (job.dueAt - now() < SOON) return queue.send([job]);
      const schedule = new CreateScheduleCommand({
        Name: nameOf(job),
        GroupName: groupName,
        ScheduleExpression: `at(${secondOf(job.dueAt - LEAD)})`,
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: queueArn,
          RoleArn: roleArn,
          // ASCII already, and different for every schedule: an equal body is swallowed for five minutes.
          Input: JSON.stringify(job),
          SqsParameters: { MessageGroupId: messageGroup(job) },
          RetryPolicy: RETRIES,
          ...(deadLetterArn && { DeadLetterConfig: { Arn: deadLetterArn } }),
        },
      });
      await client.send(schedule).catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'ConflictException')) throw error;
      });
    },
  };
}

/**
 * Two of the same name can't be. A session's id is a ULID, so this has 40 of the 64 characters that there may be.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
function nameOf({ sessionId, dueAt }: Timer): string {
  return `${sessionId}-${dueAt}`;
}

/** `2026-03-01T17:00:00`, rounded up. */
function secondOf(time: Millis): string {
  return new Date(epochSeconds(time) * SECOND).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
}
