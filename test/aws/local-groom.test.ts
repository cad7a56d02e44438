import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { localClient } from '../../playground/aws/credentials.ts';
import { startLocalGroom } from '../../playground/aws/local-groom.ts';

const slackOptions = {
  slackApiUrl: 'http://127.0.0.1:1/api/',
  signingSecret: 'secret',
  botToken: 'xoxb-test',
};

test('a request goes through both functions, and settled() waits for the last', async () => {
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

test('what cannot start leaves nothing running', async () => {
  const code = { slack: '/nowhere/slack.js' };
  await expect(startLocalGroom({ ...slackOptions, code })).rejects.toThrow('/nowhere/slack.js is missing');
});
