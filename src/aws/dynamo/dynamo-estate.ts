import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ChannelRef } from '../../game/place.ts';
import type { Estate } from '../../ports/estate.ts';
import { type Clock, epochSeconds } from '../../time.ts';
import { entities } from './entities.ts';
import { toItem, toReason, toSession, toSlot } from './items.ts';
import { pagesOf } from './pages.ts';

const ALL = { pages: 'all', consistent: true } as const;

interface DynamoEstateOptions {
  client: DynamoDBClient;
  table: string;
  now: Clock;
}

/** What a table holds as a whole. Takes a right that the functions don't have: `dynamodb:Scan`. */
export function createDynamoEstate({ client, table: TableName, now }: DynamoEstateOptions): Estate {
  const db = entities(client, TableName);
  const isKept = ({ expirationTime }: { expirationTime: number }) => expirationTime > epochSeconds(now());
  const scan = async (FilterExpression: string, values: Record<string, string>) => {
    const ExpressionAttributeValues = Object.fromEntries(
      Object.entries(values).map(([name, S]) => [name, { S }]),
    );
    const found = await pagesOf((ExclusiveStartKey) =>
      client.send(
        new ScanCommand({
          TableName,
          FilterExpression,
          ExpressionAttributeValues,
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      ),
    );
    return found.map((item) => unmarshall(item));
  };

  return {
    async sessions() {
      const found = await scan('SK = :session', { ':session': 'DETAILS' });
      const items = found.flatMap((Item) => db.session.parse({ Item }).data ?? []);
      return items.filter(isKept).map(toSession);
    },

    async channels() {
      const found = await scan('SK = :settings OR begins_with(SK, :history)', {
        ':settings': 'SETTINGS',
        ':history': 'HISTORY#',
      });
      const channels = found.map(({ PK, teamId, channelId }): [string, ChannelRef] => [
        PK,
        { teamId, channelId },
      ]);
      return [...new Map(channels).values()];
    },

    async slotsOf(sessionId) {
      const { data } = await db.vote.query.primary({ sessionId }).go(ALL);
      return data.filter(isKept).map(toSlot);
    },

    async reasonsOf(sessionId) {
      const { data } = await db.reason.query.primary({ sessionId }).go(ALL);
      return data.filter(isKept).map(toReason);
    },

    async putSession(session) {
      await db.session.put(toItem(session)).go();
    },
  };
}
