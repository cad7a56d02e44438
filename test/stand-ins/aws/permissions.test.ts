import { DeleteTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localClient } from '../../../stand-ins/aws/credentials.ts';
import { type LocalDynamo, startDynamo } from '../../../stand-ins/aws/dynamo.ts';
import { type LocalSqs, startSqs } from '../../../stand-ins/aws/sqs.ts';

let dynamo: LocalDynamo;
let sqs: LocalSqs;
beforeAll(async () => {
  [dynamo, sqs] = await Promise.all([startDynamo(), startSqs()]);
});
afterAll(async () => {
  await Promise.all([dynamo.close(), sqs.close()]);
});

const as = (accessKeyId: string, endpoint: string) => ({
  ...localClient(endpoint),
  credentials: { accessKeyId, secretAccessKey: 'local' },
});

describe('The stand-ins', () => {
  it('should let a function do what its role allows, and nothing else', async () => {
    const { tableName: TableName } = dynamo;
    const client = new DynamoDBClient(as('slack', dynamo.endpoint));
    const Key = { PK: { S: 'SESSION#1' }, SK: { S: 'DETAILS' } };
    expect((await client.send(new GetItemCommand({ TableName, Key }))).Item).toBeUndefined();
    await expect(client.send(new DeleteTableCommand({ TableName }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'User slack is not authorized to perform: dynamodb:DeleteTable',
    });
  });

  it('should know each function’s own role', async () => {
    const { queueUrl: QueueUrl } = sqs;
    const Entries = [{ Id: '1', MessageBody: 'a', MessageGroupId: 'A', MessageDeduplicationId: '1' }];
    const slack = new SQSClient(as('slack', sqs.endpoint));
    expect((await slack.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).Successful).toHaveLength(1);
    await expect(slack.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toThrow('sqs:ReceiveMessage');
    const publish = new SQSClient(as('publish', sqs.endpoint));
    expect((await publish.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toHaveLength(1);
  });
});
