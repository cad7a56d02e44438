/**
 * `npm run move -- --to sqlite|dynamodb --stage prod [--region eu-central-1] --data <folder>`: copies sessions, settings
 * and history from one host to the other, with the operator's own credentials. docs/one-process.md says how.
 */
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createDynamoDirectory } from '../src/aws/dynamo/dynamo-directory.ts';
import { createDynamoErasure } from '../src/aws/dynamo/dynamo-erasure.ts';
import { createDynamoEstate } from '../src/aws/dynamo/dynamo-estate.ts';
import { createDynamoStore } from '../src/aws/dynamo/dynamo-store.ts';
import { createSqsQueue } from '../src/aws/sqs-queue.ts';
import { move } from '../src/play/move.ts';
import type { Log } from '../src/ports/log.ts';
import { openDatabase } from '../src/sqlite/database.ts';
import { createSqliteDirectory } from '../src/sqlite/sqlite-directory.ts';
import { createSqliteErasure } from '../src/sqlite/sqlite-erasure.ts';
import { createSqliteEstate } from '../src/sqlite/sqlite-estate.ts';
import { createSqliteQueue } from '../src/sqlite/sqlite-queue.ts';
import { createSqliteStore } from '../src/sqlite/sqlite-store.ts';
import { stackOf } from './stack.ts';

const USAGE =
  'npm run move -- --to sqlite|dynamodb --stage <stage> [--region <region>] --data <folder> [--history-days 365]';

async function main(): Promise<void> {
  const options = { type: 'string' } as const;
  const {
    to,
    stage,
    region,
    data,
    'history-days': days = '365',
  } = parseArgs({
    options: { to: options, stage: options, region: options, data: options, 'history-days': options },
  }).values;
  const isUsable = (to === 'sqlite' || to === 'dynamodb') && Number(days) > 0;
  if (!isUsable || !stage || !data) throw new Error(USAGE);
  // Sessions move with the lifetime they have.
  const kept = { sessionTtlHours: 0, historyDays: Number(days), now: Date.now };
  const at = region === undefined ? {} : { region };
  const client = new DynamoDBClient(at);
  const sqs = new SQSClient(at);
  const { table, queueUrl } = await stackOf(stage, at);
  const aws = { client, table, ...kept };
  const inTable = {
    store: createDynamoStore(aws),
    directory: createDynamoDirectory(aws),
    erasure: createDynamoErasure(client, table),
    estate: createDynamoEstate(aws),
    queue: createSqsQueue({ client: sqs, queueUrl }),
  };
  const database = openDatabase({ folder: data, now: Date.now, log });
  const file = { database, ...kept };
  const inFile = {
    store: createSqliteStore(file),
    directory: createSqliteDirectory(file),
    erasure: createSqliteErasure(database),
    estate: createSqliteEstate(database),
    queue: createSqliteQueue({ database, log }),
  };
  try {
    const moved = to === 'sqlite' ? await move(inTable, inFile) : await move(inFile, inTable);
    const { sessions, open, channels } = moved;
    console.log(`${sessions} sessions, ${open} of them open, and ${channels} channels are copied.`);
  } finally {
    database.close();
    client.destroy();
    sqs.destroy();
  }
}

const say = (line: string) => console.error(line);
const log: Log = { debug: () => {}, info: () => {}, warn: say, error: say };

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
