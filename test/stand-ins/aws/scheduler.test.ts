import { CreateScheduleCommand, type CreateScheduleInput, SchedulerClient } from '@aws-sdk/client-scheduler';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localClient } from '../../../stand-ins/aws/credentials.ts';
import { type LocalScheduler, startScheduler } from '../../../stand-ins/aws/scheduler.ts';
import { type LocalSqs, startSqs } from '../../../stand-ins/aws/sqs.ts';
import { type ManualClock, manualClock } from '../../clock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let sqs: LocalSqs;
let queues: SQSClient;
let clock: ManualClock;
let scheduler: LocalScheduler;
let client: SchedulerClient;

beforeEach(async () => {
  sqs = await startSqs();
  queues = new SQSClient(localClient(sqs.endpoint));
  clock = manualClock(Date.parse('2026-03-01T16:00:00Z'));
  scheduler = await startScheduler({ sqsEndpoint: sqs.endpoint, now: clock.now });
  client = as('somebody');
});
afterEach(async () => {
  queues.destroy();
  client.destroy();
  await Promise.all([scheduler.close(), sqs.close()]);
});

function as(accessKeyId: string): SchedulerClient {
  const credentials = { accessKeyId, secretAccessKey: 'local' };
  return new SchedulerClient({ ...localClient(scheduler.endpoint), credentials, maxAttempts: 1 });
}

type Changes = Partial<Omit<CreateScheduleInput, 'Target'>> & {
  Target?: Partial<CreateScheduleInput['Target']>;
};

function request({ Target, ...changes }: Changes = {}): CreateScheduleInput {
  return {
    Name: 'one',
    GroupName: scheduler.groupName,
    ScheduleExpression: 'at(2026-03-01T17:00:00)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    ...changes,
    Target: {
      Arn: sqs.queueArn,
      RoleArn: scheduler.roleArn,
      Input: '{"kind":"timer"}',
      SqsParameters: { MessageGroupId: 'timer/1' },
      DeadLetterConfig: { Arn: sqs.scheduleDeadLetterQueueArn },
      ...Target,
    },
  };
}

const create = (changes?: Changes) => client.send(new CreateScheduleCommand(request(changes)));

async function pass(ms: number): Promise<void> {
  clock.advance(ms);
  await scheduler.catchUp();
}

async function received(QueueUrl: string) {
  const command = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  return (await queues.send(command)).Messages ?? [];
}

describe('A schedule', () => {
  it('should send its input at its time, and be gone', async () => {
    expect((await create()).ScheduleArn).toBe(
      `arn:aws:scheduler:us-east-1:000000000000:schedule/${scheduler.groupName}/one`,
    );
    await pass(60 * MINUTE - 1);
    expect(await received(sqs.queueUrl)).toEqual([]);
    await pass(1);
    const [message] = await received(sqs.queueUrl);
    expect(message?.Body).toBe('{"kind":"timer"}');
    expect(message?.Attributes).toMatchObject({ MessageGroupId: 'timer/1' });
    await create({ ScheduleExpression: 'at(2026-03-02T17:00:00)' });
    expect(scheduler.waiting).toHaveLength(1);
  });

  it('should fire by itself', async () => {
    clock.set(Date.parse('2026-03-01T17:00:00Z') - 50);
    await create();
    clock.advance(50);
    await expect.poll(() => received(sqs.queueUrl)).toHaveLength(1);
  });

  it('should be made once under one name', async () => {
    await create({ ClientToken: 'a' });
    await create({ ClientToken: 'a' });
    await expect(create({ ClientToken: 'b' })).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
    await pass(60 * MINUTE);
    expect(await received(sqs.queueUrl)).toHaveLength(1);
  });
});

describe('The scheduler', () => {
  it.each<[string, () => Changes]>([
    ['a name with a slash', () => ({ Name: 'a/b' })],
    ['a long name', () => ({ Name: 'a'.repeat(65) })],
    ['a time with milliseconds', () => ({ ScheduleExpression: 'at(2026-03-01T17:00:00.000)' })],
    ['a time with a zone', () => ({ ScheduleExpression: 'at(2026-03-01T17:00:00Z)' })],
    ['no such day', () => ({ ScheduleExpression: 'at(2026-13-01T17:00:00)' })],
    ['a time that is past', () => ({ ScheduleExpression: 'at(2026-03-01T16:00:00)' })],
    ['a flexible window without its length', () => ({ FlexibleTimeWindow: { Mode: 'FLEXIBLE' } })],
    ['no input', () => ({ Target: { Input: '' } })],
    ['no message group', () => ({ Target: { SqsParameters: {} } })],
    [
      'a role that it may not assume',
      () => ({ Target: { RoleArn: 'arn:aws:iam::000000000000:role/other' } }),
    ],
    ['a FIFO dead-letter queue', () => ({ Target: { DeadLetterConfig: { Arn: sqs.queueArn } } })],
    ['too many attempts', () => ({ Target: { RetryPolicy: { MaximumRetryAttempts: 186 } } })],
  ])('should refuse %s', async (_, changes) => {
    await expect(create(changes())).rejects.toMatchObject({ name: 'ValidationException' });
    expect(scheduler.waiting).toEqual([]);
  });

  it('should refuse what is for a group that there isn’t', async () => {
    await expect(create({ GroupName: 'other' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('should try again what cannot be sent, and end in the dead-letter queue', async () => {
    const Arn = 'arn:aws:sqs:us-east-1:000000000000:nowhere.fifo';
    await create({ Target: { Arn, RetryPolicy: { MaximumRetryAttempts: 2 } } });
    await pass(60 * MINUTE);
    expect(scheduler.waiting).toEqual([
      expect.objectContaining({ name: 'one', at: clock.now() + 2 * SECOND }),
    ]);
    await pass(2 * SECOND);
    expect(await received(sqs.scheduleDeadLetterQueueUrl)).toEqual([]);
    await pass(4 * SECOND);
    expect(scheduler.waiting).toEqual([]);
    const [dead] = await received(sqs.scheduleDeadLetterQueueUrl);
    expect(dead?.Body).toBe('{"kind":"timer"}');
    expect(dead?.MessageAttributes?.TARGET_ARN?.StringValue).toBe(Arn);
  });

  it('should let publish make schedules, and not slack', async () => {
    const [publish, slack] = [as('publish'), as('slack')];
    await publish.send(new CreateScheduleCommand(request()));
    await expect(slack.send(new CreateScheduleCommand(request({ Name: 'two' })))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'User slack is not authorized to perform: scheduler:CreateSchedule',
    });
    expect(scheduler.waiting.map(({ name }) => name)).toEqual(['one']);
  });
});
