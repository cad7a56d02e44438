import { randomUUID } from 'node:crypto';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Clock, epochSeconds, HOUR } from '../time.ts';

/** Calls by their names. Each throws if it may not be made, or can't. */
export type Probes = Record<string, () => Promise<unknown>>;

/**
 * One of every call that the functions make to the table, on an item of its own that expires within the hour. Whoever
 * may delete does so in the end.
 */
export function tableProbes(
  client: DynamoDBClient,
  TableName: string,
  { now, mayDelete }: { now: Clock; mayDelete: boolean },
): Probes {
  const Key = { PK: { S: `DOCTOR#${randomUUID()}` }, SK: { S: 'PROBE' } };
  const expirationTime = { N: String(epochSeconds(now(), HOUR)) };
  const named = { '#expires': 'expirationTime' };
  const of = { TableName, Key };
  return {
    'dynamodb:PutItem': () =>
      client.send(
        new PutItemCommand({
          TableName,
          Item: { ...Key, expirationTime },
          ConditionExpression: 'attribute_not_exists(PK)',
        }),
      ),
    'dynamodb:GetItem': () => client.send(new GetItemCommand({ ...of, ConsistentRead: true })),
    'dynamodb:UpdateItem': () =>
      client.send(
        new UpdateItemCommand({
          ...of,
          UpdateExpression: 'SET #expires = :later',
          ExpressionAttributeNames: named,
          ExpressionAttributeValues: { ':later': expirationTime },
        }),
      ),
    'dynamodb:Query': () => client.send(queryOf({ TableName, key: 'PK', value: Key.PK })),
    'dynamodb:Query byUser': () =>
      client.send(queryOf({ TableName, IndexName: 'byUser', key: 'GSI1PK', value: Key.PK })),
    ...(mayDelete && { 'dynamodb:DeleteItem': () => client.send(new DeleteItemCommand(of)) }),
  };
}

function queryOf({
  key,
  value,
  ...of
}: {
  TableName: string;
  IndexName?: string;
  key: string;
  value: { S: string };
}) {
  return new QueryCommand({
    ...of,
    KeyConditionExpression: '#key = :value',
    ExpressionAttributeNames: { '#key': key },
    ExpressionAttributeValues: { ':value': value },
  });
}
