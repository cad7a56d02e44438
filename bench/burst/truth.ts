import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { render } from '../../blocks/message/render.ts';
import { createDynamoStore } from '../../src/aws/dynamo/dynamo-store.ts';
import { tally } from '../../src/game/round/tally.ts';
import { readBoard } from '../../src/play/board.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import type { LocalGroom } from '../../stand-ins/aws/local-groom.ts';
import { load, toPublic } from '../naive/session.ts';

/** What the table holds of a session, whatever the channel has been shown of it. */
export interface Truth {
  /** The card of each voter: those of the frozen result once there is one. */
  votes: Map<string, string>;
  /** How a message that shows this state looks. */
  rendering: Rendering;
}

export type Subject = 'ours' | 'naive';

export async function readTruth(subject: Subject, groom: LocalGroom, sessionId: string): Promise<Truth> {
  const dynamo = new DynamoDBClient(localClient(groom.dynamoEndpoint));
  try {
    const client = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
    const read = subject === 'ours' ? readOurs : readNaive;
    return await read(client, groom.tableName, sessionId);
  } finally {
    dynamo.destroy();
  }
}

async function readOurs(client: DynamoDBDocumentClient, table: string, sessionId: string): Promise<Truth> {
  const store = createDynamoStore({ client, table, sessionTtlHours: 168, now: Date.now });
  const session = await store.session(sessionId);
  if (!session) throw new Error(`The session ${sessionId} is gone`);
  const frozen = await store.result(sessionId, session);
  const votes = frozen?.votes ?? tally(session, await store.slots(sessionId, session));
  const { board } = await readBoard(store, session);
  return { votes: new Map(votes.map(({ userId, card }) => [userId, card])), rendering: render(board) };
}

async function readNaive(client: DynamoDBDocumentClient, table: string, sessionId: string): Promise<Truth> {
  const session = await load(client, table, sessionId);
  if (!session) throw new Error(`The session ${sessionId} is gone`);
  return { votes: new Map(Object.entries(session.votes)), rendering: render(toPublic(session)) };
}
