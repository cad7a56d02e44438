import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoDirectory } from '../../../src/aws/dynamo/dynamo-directory.ts';
import { createDynamoErasure } from '../../../src/aws/dynamo/dynamo-erasure.ts';
import { createDynamoStore } from '../../../src/aws/dynamo/dynamo-store.ts';
import type { Directory } from '../../../src/ports/directory.ts';
import type { Erasure } from '../../../src/ports/erasure.ts';
import type { Store } from '../../../src/ports/store.ts';
import { localClient } from '../../../stand-ins/aws/credentials.ts';
import { startDynamo } from '../../../stand-ins/aws/dynamo.ts';
import { type ManualClock, manualClock } from '../../clock.ts';
import { HISTORY_DAYS } from '../../ports/directory-contract.ts';
import { SESSION_TTL_HOURS } from '../../ports/store-contract/tested.ts';

export interface LocalStore {
  store: Store;
  directory: Directory;
  erasure: Erasure;
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
    erasure: createDynamoErasure(client, table),
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
