import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { localClient } from '../../../stand-ins/aws/credentials.ts';
import { startDynamo } from '../../../stand-ins/aws/dynamo.ts';
import { startSqs } from '../../../stand-ins/aws/sqs.ts';

describe('The table and the queues', () => {
  it('should have the table of serverless.yml', async () => {
    const dynamo = await startDynamo({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB });
    const client = new DynamoDBClient(localClient(dynamo.endpoint));
    const { Table } = await client.send(new DescribeTableCommand({ TableName: dynamo.tableName }));
    expect(Table?.KeySchema).toEqual([
      { AttributeName: 'PK', KeyType: 'HASH' },
      { AttributeName: 'SK', KeyType: 'RANGE' },
    ]);
    expect(Table?.BillingModeSummary?.BillingMode).toBe('PAY_PER_REQUEST');
    client.destroy();
    await dynamo.close();
  });

  it('should listen on 127.0.0.1 alone', async () => {
    const [dynamo, sqs] = await Promise.all([startDynamo(), startSqs()]);
    for (const { endpoint } of [dynamo, sqs]) {
      expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const elsewhere = endpoint.replace('127.0.0.1', '127.0.0.2');
      if (process.platform === 'linux') await expect(fetch(elsewhere)).rejects.toThrow('fetch failed');
    }
    await Promise.all([dynamo.close(), sqs.close()]);
  });

  it('should have the queues of serverless.yml', async () => {
    const sqs = await startSqs();
    const client = new SQSClient(localClient(sqs.endpoint));
    const attributes = async (QueueUrl: string) =>
      (await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes ??
      {};
    const main = await attributes(sqs.queueUrl);
    const dead = await attributes(sqs.deadLetterQueueUrl);
    const unsent = await attributes(sqs.scheduleDeadLetterQueueUrl);
    expect(main).toMatchObject({ FifoQueue: 'true', VisibilityTimeout: '60' });
    expect(main.ContentBasedDeduplication).toBe('true');
    expect(JSON.parse(main.RedrivePolicy ?? '')).toEqual({
      deadLetterTargetArn: dead.QueueArn,
      maxReceiveCount: 100,
    });
    expect(main.MessageRetentionPeriod).toBe('345600');
    expect(dead).toMatchObject({ FifoQueue: 'true', MessageRetentionPeriod: '345600' });
    expect(unsent).toMatchObject({ MessageRetentionPeriod: '1209600' });
    expect(unsent.FifoQueue).not.toBe('true');
    expect([sqs.queueArn, sqs.scheduleDeadLetterQueueArn]).toEqual([main.QueueArn, unsent.QueueArn]);
    client.destroy();
    await sqs.close();
  });

  it('should end a message that is received too often in the dead-letter queue', async () => {
    const sqs = await startSqs();
    const client = new SQSClient(localClient(sqs.endpoint));
    const { queueUrl: QueueUrl } = sqs;
    const message = { MessageBody: 'a', MessageGroupId: 'A', MessageDeduplicationId: '1' };
    await client.send(new SendMessageCommand({ QueueUrl, ...message }));
    for (let n = 1; n <= 100; n++) {
      const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
      const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }),
      );
    }
    expect((await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
    const dead = await client.send(new ReceiveMessageCommand({ QueueUrl: sqs.deadLetterQueueUrl }));
    expect(dead.Messages?.map(({ Body }) => Body)).toEqual(['a']);
    client.destroy();
    await sqs.close();
  });
});
