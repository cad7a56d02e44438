import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DECK_NAMES } from '../../game/deck/deck.ts';

/** What the entities of the table have in common. */

/** Every item of a session has the same partition key. */
export const PK = {
  field: 'PK',
  composite: ['sessionId'],
  template: 'SESSION#${sessionId}',
  casing: 'none',
} as const;

/**
 * The table's one index: the sessions that somebody takes part in or has created. Its items are written with the
 * participants and sessions themselves, and hold only what never changes: painting a message costs nothing here.
 */
export const BY_USER = 'byUser';

/** What all entities carry: whose they are, and when DynamoDB may delete them (epoch seconds). */
export const common = {
  sessionId: { type: 'string', required: true },
  teamId: { type: 'string', required: true },
  expirationTime: { type: 'number', required: true },
} as const;

export const cards = { type: 'list', items: { type: 'string' }, required: true } as const;
export const deck = {
  type: 'map',
  properties: { name: { type: [...DECK_NAMES, 'custom'], required: true }, title: { type: 'string' }, cards },
} as const;
export const flag = { type: 'boolean', required: true } as const;
export const options = {
  type: 'map',
  properties: {
    lobby: flag,
    autoReveal: flag,
    anyoneReveals: flag,
    anonymous: flag,
    reasons: flag,
    references: flag,
  },
} as const;
export const issueLinks = {
  type: 'map',
  properties: { pattern: { type: 'string', required: true }, url: { type: 'string', required: true } },
} as const;

export const story = { type: 'number', required: true, padding: { length: 3, char: '0' } } as const;
export const round = { type: 'number', required: true, padding: { length: 2, char: '0' } } as const;

export const model = (entity: string) => ({ entity, service: 'groom', version: '1' });

/** Where the entities are kept. */
export interface Place {
  client: DynamoDBDocumentClient;
  table: string;
}
