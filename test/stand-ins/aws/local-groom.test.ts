import { setTimeout as sleep } from 'node:timers/promises';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createEventBridgeSchedule } from '../../../src/aws/eventbridge-schedule.ts';
import { createSqsQueue } from '../../../src/aws/sqs-queue.ts';
import { HOUR } from '../../../src/time.ts';
import { localClient } from '../../../stand-ins/aws/credentials.ts';
import { startLocalGroom } from '../../../stand-ins/aws/local-groom.ts';
import { clockAhead } from '../../clock.ts';

const slackOptions = {
  slackApiUrl: 'http://127.0.0.1:1/api/',
  signingSecret: 'secret',
  botToken: 'xoxb-test',
};

describe('Groom on this machine', () => {
  it('should let a request go through both functions, and wait for the last when it settles', async () => {
    const published: string[] = [];
    let queue = { QueueUrl: '', endpoint: '' };
    const groom = await startLocalGroom({
      ...slackOptions,
      code: {
        async slack() {
          const client = new SQSClient(localClient(queue.endpoint));
          const message = { MessageBody: 'changed', MessageGroupId: 'A', MessageDeduplicationId: '1' };
          await client.send(new SendMessageCommand({ QueueUrl: queue.QueueUrl, ...message }));
          client.destroy();
          return { statusCode: 200, body: '' };
        },
        async publish(event) {
          await sleep(50);
          published.push(...(event as SQSEvent).Records.map(({ body }) => body));
        },
      },
    });
    queue = { QueueUrl: groom.queueUrl, endpoint: groom.sqsEndpoint };
    expect(groom.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
    const answering = fetch(groom.url, { method: 'POST', body: 'payload=%7B%7D' });
    await answering;
    await groom.settled();
    expect(published).toEqual(['changed']);
    const closing = Date.now();
    await groom.close();
    expect(Date.now() - closing).toBeLessThan(500);
  });

  it('should bring a timer to publish when the clock is set ahead', async () => {
    const clock = clockAhead();
    const published: string[] = [];
    const groom = await startLocalGroom({
      ...slackOptions,
      now: clock.now,
      code: {
        slack: () => ({ statusCode: 200 }),
        publish: (event) => void published.push(...(event as SQSEvent).Records.map(({ body }) => body)),
      },
    });
    const { scheduler, queueUrl, queueArn } = groom;
    const client = new SQSClient(localClient(groom.sqsEndpoint));
    const schedule = createEventBridgeSchedule({
      client: new SchedulerClient(localClient(scheduler.endpoint)),
      queue: createSqsQueue({ client, queueUrl }),
      now: clock.now,
      groupName: scheduler.groupName,
      roleArn: scheduler.roleArn,
      queueArn,
    });
    const job = { kind: 'timer', sessionId: 'A', dueAt: clock.now() + 3 * HOUR } as const;
    await schedule.at(job);
    await groom.settled();
    expect(published).toEqual([]);
    clock.advance(3 * HOUR);
    await scheduler.catchUp();
    await groom.settled();
    expect(published.map((body) => JSON.parse(body))).toEqual([job]);
    await groom.close();
  });

  it('should put other code in place, while what is under way ends in the code that it began in', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const answer = (body: string) => ({ statusCode: 200, body });
    const begun = Promise.withResolvers<void>();
    const slow = () => {
      begun.resolve();
      return released.then(() => answer('old'));
    };
    const groom = await startLocalGroom({ ...slackOptions, code: { slack: slow, publish: () => {} } });
    const post = async () => (await fetch(groom.url, { method: 'POST', body: '{}' })).text();
    const underWay = post();
    await begun.promise;
    groom.deploy({ slack: () => answer('new') });
    expect(await post()).toBe('new');
    release();
    expect(await underWay).toBe('old');
    expect(() => groom.deploy({ slack: '/nowhere/slack.js' })).toThrow('is missing');
    expect(await post()).toBe('new');
    await groom.close();
  });

  it('should leave nothing running if it cannot start', async () => {
    const code = { slack: '/nowhere/slack.js' };
    await expect(startLocalGroom({ ...slackOptions, code })).rejects.toThrow('/nowhere/slack.js is missing');
  });
});
