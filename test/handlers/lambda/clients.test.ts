import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClients, warmUp } from '../../../handlers/lambda/clients.ts';
import { readEnvironment } from '../../../handlers/lambda/environment.ts';
import { closeServer, listenLocally } from '../../../stand-ins/aws/listen.ts';

let server: Server;
let url: string;
let connections: number;
let requests: number;
beforeEach(async () => {
  connections = 0;
  requests = 0;
  server = createServer((request, response) => {
    requests++;
    request.resume();
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
  }).on('connection', () => connections++);
  url = await listenLocally(server);
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })) {
    vi.stubEnv(name, value);
  }
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await closeServer(server);
});

const environment = () =>
  readEnvironment({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_API_URL: `${url}/api/`,
    TABLE_NAME: 'groom',
    QUEUE_URL: `${url}/groom.fifo`,
  });

describe('The connections', () => {
  it('should be open when the first click comes', async () => {
    const clients = createClients();
    warmUp(clients, environment());
    while (requests < 3) await sleep(5);
    // Their answers come back, and the connections are free.
    await sleep(50);
    expect(connections).toBe(3);
    const { dynamo, sqs, fetch } = clients;
    const Entries = [{ Id: '0', MessageBody: 'a', MessageGroupId: 'A' }];
    await Promise.all([
      dynamo.send(new GetItemCommand({ TableName: 'groom', Key: { PK: { S: 'a' } } })),
      sqs.send(new SendMessageBatchCommand({ QueueUrl: environment().queueUrl, Entries })),
      fetch(`${url}/api/chat.postMessage`, { method: 'POST', body: 'a=1' }),
    ]);
    expect({ connections, requests }).toEqual({ connections: 3, requests: 6 });
  });

  it('should be of no consequence if they cannot be opened', async () => {
    await closeServer(server);
    const rejected: unknown[] = [];
    const note = (reason: unknown) => void rejected.push(reason);
    process.on('unhandledRejection', note);
    warmUp(createClients(), environment());
    await sleep(500);
    process.off('unhandledRejection', note);
    expect(rejected).toEqual([]);
    server = createServer();
    await listenLocally(server);
  });
});
