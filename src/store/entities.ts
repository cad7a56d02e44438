import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'electrodb';
import { DECK_NAMES } from '../session/deck.ts';
import { PARTICIPANT_ROLES, SESSION_STATUSES } from '../session/session.ts';

/** Every item of a session has the same partition key. */
const PK = {
  field: 'PK',
  composite: ['sessionId'],
  template: 'SESSION#${sessionId}',
  casing: 'none',
} as const;

const OUT = ['left', 'observer', 'removed'] as const;

/** What all entities carry: whose they are, and when DynamoDB may delete them (epoch seconds). */
const common = {
  sessionId: { type: 'string', required: true },
  teamId: { type: 'string', required: true },
  expirationTime: { type: 'number', required: true },
} as const;

const story = { type: 'number', required: true, padding: { length: 3, char: '0' } } as const;
const round = { type: 'number', required: true, padding: { length: 2, char: '0' } } as const;

const model = (entity: string) => ({ entity, service: 'groom', version: '1' });

/** The entities of the one table. Votes are read by round, everything else by prefix. */
export function entities(client: DynamoDBDocumentClient, table: string) {
  const at = { client, table };
  return {
    session: new Entity(
      {
        model: model('session'),
        attributes: {
          ...common,
          channelId: { type: 'string', required: true },
          messageTs: { type: 'string' },
          formerMessages: { type: 'set', items: 'string' },
          retiring: { type: 'set', items: 'string' },
          movingSince: { type: 'number' },
          creatorId: { type: 'string', required: true },
          hostName: { type: 'string' },
          creatorActedAt: { type: 'number', required: true },
          deck: { type: DECK_NAMES, required: true },
          status: { type: SESSION_STATUSES, required: true },
          story: { type: 'number', required: true },
          round: { type: 'number', required: true },
          order: { type: 'list', items: { type: 'number' }, required: true },
          skipped: { type: 'list', items: { type: 'number' }, required: true },
          lastStory: { type: 'number', required: true },
          estimates: {
            type: 'list',
            required: true,
            items: {
              type: 'map',
              properties: {
                story: { type: 'number', required: true },
                card: { type: 'string', required: true },
              },
            },
          },
          unfrozen: { type: 'set', items: 'string' },
          watched: { type: 'boolean', required: true },
          version: { type: 'number', required: true },
          lastAction: { type: 'string' },
          createdAt: { type: 'number', required: true },
          endedAt: { type: 'number' },
          detached: { type: 'string' },
          farewell: { type: 'string' },
          paint: { type: 'number', required: true },
          painting: { type: 'boolean', required: true },
          shownHash: { type: 'string' },
          shownPhase: { type: 'string' },
          paintedAt: { type: 'number', required: true },
          paintStreak: { type: 'number', required: true },
          paintAgainAt: { type: 'number' },
        },
        indexes: {
          primary: { pk: PK, sk: { field: 'SK', composite: [], template: 'DETAILS', casing: 'none' } },
        },
      } as const,
      at,
    ),
    participant: new Entity(
      {
        model: model('participant'),
        attributes: {
          ...common,
          userId: { type: 'string', required: true },
          role: { type: PARTICIPANT_ROLES, required: true },
          at: { type: 'string', required: true },
        },
        indexes: {
          primary: {
            pk: PK,
            sk: { field: 'SK', composite: ['userId'], template: 'PARTICIPANT#${userId}', casing: 'none' },
          },
        },
      } as const,
      at,
    ),
    vote: new Entity(
      {
        model: model('vote'),
        attributes: {
          ...common,
          story,
          round,
          userId: { type: 'string', required: true },
          channelId: { type: 'string', required: true },
          messageTs: { type: 'string', required: true },
          at: { type: 'string', required: true },
          card: { type: 'string' },
          out: { type: OUT },
        },
        indexes: {
          primary: {
            pk: PK,
            sk: {
              field: 'SK',
              composite: ['story', 'round', 'userId'],
              template: 'STORY#${story}#ROUND#${round}#VOTE#${userId}',
              casing: 'none',
            },
          },
        },
      } as const,
      at,
    ),
    story: new Entity(
      {
        model: model('story'),
        attributes: { ...common, story, title: { type: 'string', required: true } },
        indexes: {
          primary: {
            pk: PK,
            // Not STORY#…: the stories would lie among all the votes, and reading them would read those too.
            sk: { field: 'SK', composite: ['story'], template: 'BACKLOG#${story}', casing: 'none' },
          },
        },
      } as const,
      at,
    ),
    result: new Entity(
      {
        model: model('result'),
        attributes: {
          ...common,
          story,
          round,
          votes: {
            type: 'list',
            required: true,
            items: {
              type: 'map',
              properties: {
                userId: { type: 'string', required: true },
                card: { type: 'string', required: true },
                at: { type: 'string', required: true },
              },
            },
          },
        },
        indexes: {
          primary: {
            pk: PK,
            sk: {
              field: 'SK',
              composite: ['story', 'round'],
              template: 'RESULT#${story}#${round}',
              casing: 'none',
            },
          },
        },
      } as const,
      at,
    ),
  };
}

export type Entities = ReturnType<typeof entities>;
