import { createServer } from 'node:http';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { createSqsQueue } from '../../src/aws/sqs-queue.ts';
import type { Queue } from '../../src/ports/queue.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { closeServer, listenLocally } from '../../stand-ins/aws/listen.ts';
import { inspectQueue } from '../../stand-ins/aws/queue-state.ts';
import { changed, queueContract, reply } from '../ports/queue-contract.ts';
import { startLocalQueue } from './local-queue.ts';

queueContract('embedded fauxqs', startLocalQueue);

describe('A job that is finished early', () => {
  it('should be deleted once more when its batch is', async () => {
    const { queue, receive, close } = await startLocalQueue();
    await queue.send([changed('A')]);
    const [only] = await receive();
    await queue.finish([only?.receipt ?? '']);
    await queue.finish([only?.receipt ?? '']);
    expect(await receive()).toEqual([]);
    await close();
  });
});

describe('A batch that SQS takes only in part', () => {
  /** Sends to an SQS that answers this, whatever is asked. */
  async function sendTo(status: number, answer: object): Promise<unknown> {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status).end(JSON.stringify(answer)));
    });
    const endpoint = await listenLocally(server);
    const client = new SQSClient({ ...localClient(endpoint), maxAttempts: 1, md5: false });
    const queue: Queue = createSqsQueue({ client, queueUrl: `${endpoint}/0/groom.fifo` });
    const sent = await queue.send([changed('A'), reply('U1', 'Hi')]).then(
      () => 'sent',
      (error: unknown) => error,
    );
    client.destroy();
    await closeServer(server);
    return sent;
  }

  const entry = (Id: string) => ({ Id, MessageId: `m${Id}` });
  const failed = (Id: string) => ({ Id, Code: 'InternalError', SenderFault: false });

  it('should throw, so that the click is not acknowledged', async () => {
    const sent = await sendTo(200, { Successful: [entry('0')], Failed: [failed('1')] });
    expect(String(sent)).toMatch(/1 of 2.*InternalError/);
  });

  it('should throw when SQS takes nothing at all', async () => {
    expect(await sendTo(500, {})).toBeInstanceOf(Error);
  });

  it('should not throw when all is well', async () => {
    expect(await sendTo(200, { Successful: [entry('0'), entry('1')] })).toBe('sent');
  });
});

describe('A job', () => {
  it.each([
    [1, 1],
    [1000, 1],
    [1001, 2],
    [-5, 0],
    [7000, 7],
    [Number.MAX_SAFE_INTEGER, 43_140],
  ])('should be postponed by %d ms as by %d s', async (delayMs, seconds) => {
    const { queue, receive, sqs, close } = await startLocalQueue();
    await queue.send([changed('A')]);
    const [message] = await receive();
    const now = Date.now();
    await queue.postpone(message?.receipt ?? '', delayMs);
    const { invisible, receivable } = await inspectQueue(sqs.endpoint, sqs.queueUrl);
    if (seconds === 0) expect(receivable).toBe(1);
    else expect(Math.round(((invisible[0]?.returnsAt ?? 0) - now) / 1000)).toBe(seconds);
    await close();
  });
});
