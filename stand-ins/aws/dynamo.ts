import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { localClient } from './credentials.ts';
import { readDeployment } from './deployment.ts';
import { closeServer, listenLocally } from './listen.ts';
import { type Denied, enforcePermissions } from './permissions.ts';

export interface LocalDynamo {
  endpoint: string;
  tableName: string;
  close(): Promise<void>;
}

export interface DynamoOptions {
  /** A running DynamoDB (Local) to make the table in, instead of the embedded one. */
  endpoint?: string | undefined;
  /** A new name by default, so that several tables can share one DynamoDB. */
  tableName?: string | undefined;
  denied?: Denied | undefined;
}

let tables = 0;

/**
 * A DynamoDB in this process with the one table of `serverless.yml`, empty; or the same table, under a name of
 * its own, in the DynamoDB at `endpoint`. Items never expire by themselves here (dynalite has no TTL): the
 * product must treat an expired item as absent anyway.
 */
export async function startDynamo(options: DynamoOptions = {}): Promise<LocalDynamo> {
  const tableName = options.tableName ?? `groom-${process.pid}-${Date.now()}-${++tables}`;
  if (options.endpoint) {
    await createTable(options.endpoint, tableName);
    return { endpoint: options.endpoint, tableName, close: async () => {} };
  }
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  enforcePermissions(server, options.denied);
  const endpoint = await listenLocally(server);
  await createTable(endpoint, tableName);
  return { endpoint, tableName, close: () => closeServer(server) };
}

async function createTable(endpoint: string, tableName: string): Promise<void> {
  const client = new DynamoDBClient(localClient(endpoint));
  try {
    await client.send(new CreateTableCommand({ ...readDeployment().table, TableName: tableName }));
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName: tableName });
  } finally {
    client.destroy();
  }
}
