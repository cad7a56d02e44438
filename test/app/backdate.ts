import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { entities } from '../../src/aws/dynamo/entities.ts';
import { actionTs, epochSeconds, MINUTE, SECOND } from '../../src/time.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import type { Room } from './room.ts';

/** The table behind the workspace, to let time pass there that no test can wait for. */
function tableOf({ w: { groom } }: Room) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(localClient(groom.dynamoEndpoint)));
  return entities(client, groom.tableName);
}

/** Has the table forget the session, as it does a week after it was over. */
export async function expire(room: Room): Promise<void> {
  const { session } = tableOf(room);
  const expirationTime = epochSeconds(Date.now(), -2 * SECOND);
  await session.patch({ sessionId: room.sessionId() }).set({ expirationTime }).go();
}

/** Makes everything the creator did so far lie this many minutes further back. */
export async function letCreatorBeSilent(room: Room, minutes: number): Promise<void> {
  const { session, participant, vote } = tableOf(room);
  const sessionId = room.sessionId();
  const { data } = await session.get({ sessionId }).go();
  if (!data) throw new Error('There is no such session');
  const { creatorId, creatorActedAt, story, round } = data;
  const back = (at: string) => actionTs(Number(at) * SECOND - minutes * MINUTE);
  await session
    .patch({ sessionId })
    .set({ creatorActedAt: creatorActedAt - minutes * MINUTE })
    .go();
  const joined = await participant.get({ sessionId, userId: creatorId }).go();
  if (joined.data) {
    await participant
      .patch({ sessionId, userId: creatorId })
      .set({ at: back(joined.data.at) })
      .go();
  }
  const key = { sessionId, story, round, userId: creatorId };
  const voted = await vote.get(key).go();
  if (voted.data)
    await vote
      .patch(key)
      .set({ at: back(voted.data.at) })
      .go();
}
