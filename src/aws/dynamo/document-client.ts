import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { V2DocumentClient } from 'electrodb';

/** The parts of a request, and of an answer, that hold values of ours. */
const IN = ['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey'] as const;
const OUT = ['Item', 'Attributes', 'LastEvaluatedKey'] as const;

// biome-ignore lint/suspicious/noExplicitAny: ElectroDB's requests and answers have no types
type Untyped = Record<string, any>;

/**
 * DynamoDB as ElectroDB calls it, with the five operations that our entities come down to. ElectroDB would take the
 * AWS SDK's own document client too, but it brings all of its operations along, and a bundle has to wrap what is
 * loaded by `require`: together a sixth of a cold start.
 */
export function documentClient(client: DynamoDBClient): V2DocumentClient {
  const answered = (sent: Promise<unknown>) => ({ promise: async () => fromItems((await sent) as Untyped) });
  return {
    get: (input) => answered(client.send(new GetItemCommand(toItems(input)))),
    put: (input) => answered(client.send(new PutItemCommand(toItems(input)))),
    update: (input) => answered(client.send(new UpdateItemCommand(toItems(input)))),
    delete: (input) => answered(client.send(new DeleteItemCommand(toItems(input)))),
    query: (input) => answered(client.send(new QueryCommand(toItems(input)))),
    createSet: (values: unknown[]) => new Set(values),
    batchGet: unused,
    batchWrite: unused,
    scan: unused,
    transactGet: unused,
    transactWrite: unused,
  } as V2DocumentClient;
}

function toItems<T>(input: Untyped): T {
  const marshalled = IN.filter((name) => input[name] !== undefined).map((name) => [
    name,
    marshall(input[name], { removeUndefinedValues: true }),
  ]);
  return { ...input, ...Object.fromEntries(marshalled) } as T;
}

function fromItems(answer: Untyped): Untyped {
  const items = OUT.filter((name) => answer[name] !== undefined).map((name) => [
    name,
    unmarshall(answer[name]),
  ]);
  const list = answer.Items && { Items: answer.Items.map((item: Untyped) => unmarshall(item)) };
  return { ...answer, ...Object.fromEntries(items), ...list };
}

function unused(): never {
  throw new Error('Groom makes no such call to DynamoDB; its role does not allow it either.');
}
