import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { localClient } from '../../stand-ins/aws/credentials.ts';

export interface Population {
  endpoint: string;
  tableName: string;
  /** The session that is copied, with all that belongs to it. */
  sessionId: string;
}

/** The most items that one BatchWriteItem takes. */
const BATCH = 25;

/** Writes `count` copies of a session into the table, and answers with their ids. */
export async function addSessions(of: Population, count: number): Promise<string[]> {
  const dynamo = new DynamoDBClient(localClient(of.endpoint));
  const client = DynamoDBDocumentClient.from(dynamo);
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: of.tableName,
      KeyConditionExpression: 'PK = :session',
      ExpressionAttributeValues: { ':session': `SESSION#${of.sessionId}` },
    }),
  );
  const template = JSON.stringify(Items);
  const sessionIds = Array.from({ length: count }, () => ulid());
  const copies = sessionIds.flatMap((id) => JSON.parse(template.replaceAll(of.sessionId, id)));
  for (let from = 0; from < copies.length; from += BATCH) {
    const requests = copies.slice(from, from + BATCH).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [of.tableName]: requests } }));
  }
  dynamo.destroy();
  return sessionIds;
}
