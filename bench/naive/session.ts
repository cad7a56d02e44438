import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DECKS } from '../../src/game/deck/deck.ts';
import type { PublicSession } from '../../src/game/public-session.ts';
import { statistics } from '../../src/game/round/statistics.ts';

/** NAIVE, for comparison: one item holds all of a session, its votes included. */
export interface NaiveSession {
  sessionId: string;
  channelId: string;
  messageTs: string;
  creatorId: string;
  title: string;
  revealed: boolean;
  /** The card of each voter. */
  votes: Record<string, string>;
}

const key = (sessionId: string) => ({ PK: `SESSION#${sessionId}`, SK: 'NAIVE' });

export async function load(
  client: DynamoDBDocumentClient,
  table: string,
  sessionId: string,
): Promise<NaiveSession | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: key(sessionId) }));
  return Item as NaiveSession | undefined;
}

/** NAIVE: overwrites whatever anybody else has written since `load`. */
export async function save(
  client: DynamoDBDocumentClient,
  table: string,
  session: NaiveSession,
): Promise<void> {
  const Item = { ...key(session.sessionId), ...session };
  await client.send(new PutCommand({ TableName: table, Item }));
}

/** As the product's own renderer takes it, so that both draw the very same message. */
export function toPublic(session: NaiveSession): PublicSession {
  const { sessionId, creatorId, title, votes } = session;
  const deck = DECKS.fibonacci;
  const story = { story: 1, round: 1, position: 1, stories: 1, earlier: [] };
  const common = { sessionId, creatorId, title, deck, language: 'en' as const, ...story };
  const voted = Object.keys(votes).sort();
  if (!session.revealed) {
    const people = { voted, awaited: [], watching: [], rosterKnown: false, fewest: 2 };
    const options = { anonymous: false, anyoneReveals: false, autoReveal: false };
    return { status: 'voting', ...common, ...people, ...options, revealing: false, references: [] };
  }
  const counted = voted.map((userId) => ({ userId, card: votes[userId] ?? '', at: '' }));
  const inNumbers = statistics(deck, counted);
  const result = { anonymous: false, votes: counted, ...(inNumbers && { statistics: inNumbers }) };
  return { status: 'revealed', ...common, ...result };
}
