import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { localClient } from '../../playground/aws/credentials.ts';
import { startDynamo } from '../../playground/aws/dynamo.ts';
import type { Directory } from '../../src/store/directory.ts';
import { createDynamoDirectory } from '../../src/store/dynamo-directory.ts';
import { createDynamoStore } from '../../src/store/dynamo-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import { SESSION_TTL_HOURS } from './contract/tested.ts';
import { HISTORY_DAYS } from './directory-contract.ts';

export interface LocalStore {
  store: Store;
  directory: Directory;
  client: DynamoDBDocumentClient;
  table: string;
  clock: ManualClock;
  close(): Promise<void>;
}

/**
 * The product's store on a table of its own: in the DynamoDB at `AWS_ENDPOINT_URL_DYNAMODB` if that is set, such
 * as a DynamoDB Local, else in an embedded one.
 */
export async function startLocalStore(clock = manualClock()): Promise<LocalStore> {
  const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const dynamo = await startDynamo({ endpoint });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(localClient(dynamo.endpoint)), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = dynamo.tableName;
  return {
    store: createDynamoStore({ client, table, sessionTtlHours: SESSION_TTL_HOURS, now: clock.now }),
    directory: createDynamoDirectory({ client, table, historyDays: HISTORY_DAYS, now: clock.now }),
    client,
    table,
    clock,
    async close() {
      if (endpoint) await client.send(new DeleteTableCommand({ TableName: table }));
      client.destroy();
      await dynamo.close();
    },
  };
}
