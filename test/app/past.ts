import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoDirectory } from '../../src/aws/dynamo/dynamo-directory.ts';
import type { FinishedStory } from '../../src/game/round/history.ts';
import { HOUR } from '../../src/time.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { aFinishedStory } from '../export/a-finished-story.ts';
import type { Room } from './room.ts';

/** Gives a channel a past of many stories, `Story 1` the oldest: more than a test could play. */
export async function estimatedBefore(
  { w, channelId }: Room,
  count: number,
  changes: Partial<FinishedStory> = {},
): Promise<void> {
  const { dynamoEndpoint, tableName: table } = w.groom;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(localClient(dynamoEndpoint)), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const directory = createDynamoDirectory({ client, table, historyDays: 365, now: Date.now });
  const channel = { teamId: w.slack.core.workspace.team.id, channelId };
  for (let story = 1; story <= count; story++) {
    const finishedAt = Date.now() - (count - story + 1) * HOUR;
    const sessionId = `01JD00000000000000000${String(story).padStart(5, '0')}`;
    await directory.record(
      channel,
      aFinishedStory({ sessionId, title: `Story ${story}`, finishedAt, ...changes }),
    );
  }
  client.destroy();
}
