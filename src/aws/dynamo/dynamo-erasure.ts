import { DeleteItemCommand, type DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ERASED } from '../../game/erased.ts';
import { votesWithout } from '../../game/round/without.ts';
import type { Erasure } from '../../ports/erasure.ts';
import { entities } from './entities.ts';
import { pagesOf } from './pages.ts';
import { CONDITIONAL } from './table.ts';

const ALL = { pages: 'all', consistent: true } as const;

/** The erasure in DynamoDB. Takes rights that the functions don't have: `dynamodb:Scan`. */
export function createDynamoErasure(client: DynamoDBClient, TableName: string): Erasure {
  const db = entities(client, TableName);

  /** Deletes all items of a partition; a session itself last, for by that the rest is found. */
  async function forget(pk: string): Promise<void> {
    const found = await pagesOf((ExclusiveStartKey) =>
      client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'PK = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk } },
          ProjectionExpression: 'PK, SK',
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      ),
    );
    const isLast = ({ SK }: (typeof found)[number]) => SK?.S === 'DETAILS';
    for (const items of [found.filter((item) => !isLast(item)), found.filter(isLast)]) {
      await Promise.all(items.map((Key) => client.send(new DeleteItemCommand({ TableName, Key }))));
    }
  }

  return {
    async takeOut({ teamId, userId }, sessionId) {
      const [votes, reasons] = await Promise.all([
        db.vote.query
          .primary({ sessionId })
          .where((vote, { eq }) => eq(vote.userId, userId))
          .go(ALL),
        db.reason.query
          .primary({ sessionId })
          .where((reason, { eq }) => eq(reason.userId, userId))
          .go(ALL),
      ]);
      await Promise.all(votes.data.map((vote) => db.vote.delete(vote).go()));
      await Promise.all(reasons.data.map((reason) => db.reason.delete(reason).go()));
      // After the slots: what is frozen from now on has nothing of theirs in it.
      const { data: results } = await db.result.query.primary({ sessionId }).go(ALL);
      const theirs = results.filter((result) => result.votes.some((vote) => vote.userId === userId));
      await Promise.all(
        theirs.map(({ story, round, votes: all }) =>
          db.result
            .patch({ sessionId, story, round })
            .set({ votes: votesWithout(all, userId) })
            .go(),
        ),
      );
      // Last: by these two it is found.
      await db.session
        .patch({ sessionId })
        .set({ creatorId: ERASED })
        .add({ version: 1 })
        .remove(['hostName'])
        .composite({ teamId })
        .where(({ creatorId }, { eq }) => eq(creatorId, userId))
        .go(CONDITIONAL);
      await db.participant.delete({ sessionId, userId }).go();
    },

    forgetPerson: ({ teamId, userId }) => forget(`USER#${teamId}#${userId}`),

    async sessionsIn({ teamId, channelId }) {
      const found = await pagesOf((ExclusiveStartKey) =>
        client.send(
          new ScanCommand({
            TableName,
            FilterExpression: 'SK = :session AND teamId = :team AND channelId = :channel',
            ExpressionAttributeValues: {
              ':session': { S: 'DETAILS' },
              ':team': { S: teamId },
              ':channel': { S: channelId },
            },
            ProjectionExpression: 'sessionId',
            ConsistentRead: true,
            ExclusiveStartKey,
          }),
        ),
      );
      return found.flatMap(({ sessionId }) => sessionId?.S ?? []);
    },

    forgetSession: (sessionId) => forget(`SESSION#${sessionId}`),
    forgetChannel: ({ teamId, channelId }) => forget(`CHANNEL#${teamId}#${channelId}`),
  };
}
