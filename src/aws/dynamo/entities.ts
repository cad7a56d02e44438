import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { directoryEntities } from './directory-entities.ts';
import { participationEntities } from './participation-entities.ts';
import { sessionEntities } from './session-entities.ts';

/** The entities of the one table. */
export function entities(client: DynamoDBDocumentClient, table: string) {
  const at = { client, table };
  return { ...sessionEntities(at), ...participationEntities(at), ...directoryEntities(at) };
}

export type Entities = ReturnType<typeof entities>;
