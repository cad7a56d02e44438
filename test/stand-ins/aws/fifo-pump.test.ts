import { setTimeout as sleep } from 'node:timers/promises';
import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localClient } from '../../../stand-ins/aws/credentials.ts';
import { type FifoPump, type PumpOptions, startFifoPump } from '../../../stand-ins/aws/fifo-pump.ts';
import { startLambda } from '../../../stand-ins/aws/lambda.ts';
import { inspectQueue } from '../../../stand-ins/aws/queue-state.ts';
import { type LocalSqs, startSqs } from '../../../stand-ins/aws/sqs.ts';

let sqs: LocalSqs;
let client: SQSClient;
let pump: FifoPump | undefined;

beforeEach(async () => {
  sqs = await startSqs();
  client = new SQSClient(localClient(sqs.endpoint));
});
afterEach(async () => {
  client.destroy();
  await Promise.all([pump?.close(), sqs.close()]);
});

let sent = 0;
async function send(MessageGroupId: string, MessageBody: string): Promise<void> {
  const MessageDeduplicationId = String(++sent);
  const { queueUrl: QueueUrl } = sqs;
  await client.send(
    new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId, MessageDeduplicationId }),
  );
}

async function consume(
  publish: (event: SQSEvent) => unknown,
  options: Partial<PumpOptions> & { timeout?: number } = {},
): Promise<FifoPump> {
  const { timeout = 5, ...rest } = options;
  const lambda = startLambda({ name: 'publish', code: (event) => publish(event as SQSEvent), timeout });
  pump = await startFifoPump({ ...sqs, lambda, ...rest });
  return pump;
}

/** What a function does that is called with one record after the other. */
function each(handle: (record: SQSRecord) => unknown): (event: SQSEvent) => Promise<void> {
  return async ({ Records }) => {
    await Promise.all(Records.map(handle));
  };
}

const left = async () => (await inspectQueue(sqs.endpoint, sqs.queueUrl)).invisible.map(({ body }) => body);

async function changeVisibility(record: SQSRecord, seconds: number): Promise<void> {
  const { queueUrl: QueueUrl } = sqs;
  const { receiptHandle: ReceiptHandle } = record;
  await client.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: seconds }),
  );
}

describe('The pump', () => {
  it('should make records as AWS does', async () => {
    const events: SQSEvent[] = [];
    const { idle } = await consume((event) => void events.push(event));
    await send('A', '{"kind":"changed"}');
    await idle();
    expect(events).toEqual([{ Records: [expect.anything()] }]);
    expect(events[0]?.Records[0]).toEqual({
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      receiptHandle: expect.any(String),
      body: '{"kind":"changed"}',
      attributes: {
        ApproximateReceiveCount: '1',
        ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
        SentTimestamp: expect.stringMatching(/^\d{13}$/),
        SequenceNumber: expect.stringMatching(/^\d{20}$/),
        MessageGroupId: 'A',
        MessageDeduplicationId: String(sent),
        SenderId: expect.any(String),
      },
      messageAttributes: {},
      md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
      eventSource: 'aws:sqs',
      eventSourceARN: expect.stringMatching(/^arn:aws:sqs:us-east-1:\d{12}:.+\.fifo$/),
      awsRegion: 'us-east-1',
    });
  });

  it('should handle one group in order, never twice at the same time', async () => {
    for (const body of ['1', '2', '3', '4']) await send('A', body);
    const seen: string[] = [];
    let now = 0;
    let most = 0;
    const { idle } = await consume(
      each(async ({ body }) => {
        most = Math.max(most, ++now);
        await sleep(20);
        seen.push(body);
        now--;
      }),
    );
    await idle();
    expect(seen).toEqual(['1', '2', '3', '4']);
    expect(most).toBe(1);
  });

  it('should handle two groups at the same time', async () => {
    const meeting = Promise.withResolvers<void>();
    const present = new Set<string>();
    const { idle } = await consume(
      each(async ({ body }) => {
        present.add(body);
        if (present.size === 2) meeting.resolve();
        await meeting.promise;
      }),
      { batchSize: 1 },
    );
    await send('A', 'a');
    await send('B', 'b');
    await idle();
    expect([...present].sort()).toEqual(['a', 'b']);
  });

  it('should handle no more batches at once than allowed', async () => {
    for (const group of ['A', 'B', 'C', 'D']) await send(group, group);
    let now = 0;
    let most = 0;
    const { idle } = await consume(
      async () => {
        most = Math.max(most, ++now);
        await sleep(20);
        now--;
      },
      { batchSize: 1, maxConcurrency: 2 },
    );
    await idle();
    expect(most).toBe(2);
  });

  it('should mix groups in a batch', async () => {
    for (const group of ['A', 'B', 'C']) await send(group, group);
    const batches: string[][] = [];
    const { idle } = await consume(({ Records }) => void batches.push(Records.map(({ body }) => body)));
    await idle();
    expect(batches).toEqual([['A', 'B', 'C']]);
  });

  it('should leave for later what is reported as failed, and delete the rest', async () => {
    for (const group of ['A', 'B', 'C']) await send(group, group);
    const { idle } = await consume(({ Records }) => ({
      batchItemFailures: Records.filter(({ body }) => body === 'B').map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    }));
    await idle();
    expect(await left()).toEqual(['B']);
  });

  it.each([
    ['that throws', () => Promise.reject(new Error('bug')), 5],
    ['that times out', () => new Promise(() => {}), 0.05],
    ['that names an unknown message', () => ({ batchItemFailures: [{ itemIdentifier: '?' }] }), 5],
  ])('should leave the whole batch in the queue for a function %s', async (_, publish, timeout) => {
    for (const group of ['A', 'B']) await send(group, group);
    const { idle } = await consume(publish, { timeout });
    await idle();
    expect((await left()).sort()).toEqual(['A', 'B']);
  });

  it('should hold up the group of a message that is put back, and bring it after its visibility time-out', async () => {
    await send('A', 'a1');
    await send('A', 'a2');
    const seen: string[] = [];
    const { idle } = await consume(async ({ Records }) => {
      const failed = [];
      for (const record of Records) {
        seen.push(`${record.body} ${record.attributes.ApproximateReceiveCount}`);
        if (record.body !== 'a1' || record.attributes.ApproximateReceiveCount !== '1') continue;
        await changeVisibility(record, 1);
        failed.push({ itemIdentifier: record.messageId });
      }
      return { batchItemFailures: failed };
    });
    const start = Date.now();
    await idle();
    expect(seen).toEqual(['a1 1']);
    await send('B', 'b1');
    await idle();
    expect(seen).toEqual(['a1 1', 'b1 1']);
    expect(Date.now() - start).toBeLessThan(900);
    await idle({ returningWithinMs: 2000 });
    expect(seen).toEqual(['a1 1', 'b1 1', 'a1 2', 'a2 1']);
    expect(Date.now() - start).toBeGreaterThanOrEqual(1000);
    expect(await left()).toEqual([]);
  });

  it('should not be idle while a message is on its way', async () => {
    const seen: string[] = [];
    const { idle } = await consume(each(({ body }) => seen.push(body)));
    for (let n = 0; n < 30; n++) {
      await send(`group ${n % 3}`, String(n));
      await idle();
      expect(seen).toHaveLength(n + 1);
    }
  });

  it('should take nothing more once it is closed', async () => {
    const seen: string[] = [];
    await (await consume(each(({ body }) => seen.push(body)))).close();
    await send('A', 'a');
    const second = await consume(each(({ body }) => seen.push(`second ${body}`)));
    await second.idle();
    expect(seen).toEqual(['second a']);
  });
});
