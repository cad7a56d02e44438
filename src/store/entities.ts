import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'electrodb';
import { DECK_NAMES } from '../session/deck.ts';
import { LANGUAGES } from '../session/language.ts';
import { PARTICIPANT_ROLES, SESSION_STATUSES } from '../session/session.ts';

/** Every item of a session has the same partition key. */
const PK = {
  field: 'PK',
  composite: ['sessionId'],
  template: 'SESSION#${sessionId}',
  casing: 'none',
} as const;

/** The items of a channel, and those of a person, have a partition each. */
const CHANNEL = {
  field: 'PK',
  composite: ['teamId', 'channelId'],
  template: 'CHANNEL#${teamId}#${channelId}',
  casing: 'none',
} as const;
const PERSON = {
  field: 'PK',
  composite: ['teamId', 'userId'],
  template: 'USER#${teamId}#${userId}',
  casing: 'none',
} as const;

/**
 * The table's one index: the sessions that somebody takes part in or has created. Its items are written with the
 * participants and sessions themselves, and hold only what never changes: painting a message costs nothing here.
 */
const BY_USER = 'byUser';

const OUT = ['left', 'observer', 'removed'] as const;

/** What all entities carry: whose they are, and when DynamoDB may delete them (epoch seconds). */
const common = {
  sessionId: { type: 'string', required: true },
  teamId: { type: 'string', required: true },
  expirationTime: { type: 'number', required: true },
} as const;

const cards = { type: 'list', items: { type: 'string' }, required: true } as const;
const deck = {
  type: 'map',
  properties: { name: { type: [...DECK_NAMES, 'custom'], required: true }, title: { type: 'string' }, cards },
} as const;
const flag = { type: 'boolean', required: true } as const;
const options = {
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
const issueLinks = {
  type: 'map',
  properties: { pattern: { type: 'string', required: true }, url: { type: 'string', required: true } },
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
          deck: { ...deck, required: true },
          options: { ...options, required: true },
          language: { type: LANGUAGES, required: true },
          issueLinks,
          references: {
            type: 'list',
            required: true,
            items: {
              type: 'map',
              properties: {
                title: { type: 'string', required: true },
                card: { type: 'string', required: true },
              },
            },
          },
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
          timeLimit: { type: 'number' },
          deadlineAt: { type: 'number' },
          scheduledFor: { type: 'number' },
          revealAt: { type: 'number' },
          ranOut: { type: 'string' },
          announced: { type: 'string' },
          nudgedAt: { type: 'number' },
          times: {
            type: 'list',
            required: true,
            items: {
              type: 'map',
              properties: {
                story: { type: 'number', required: true },
                startedAt: { type: 'number', required: true },
                decidedAt: { type: 'number' },
              },
            },
          },
          archived: { type: 'number' },
          unattended: { type: 'boolean' },
          answer: {
            type: 'map',
            properties: {
              url: { type: 'string', required: true },
              at: { type: 'number', required: true },
              uses: { type: 'number', required: true },
            },
          },
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
          byUser: {
            index: BY_USER,
            pk: {
              field: 'GSI1PK',
              composite: ['teamId', 'creatorId'],
              template: 'USER#${teamId}#${creatorId}',
              casing: 'none',
            },
            sk: {
              field: 'GSI1SK',
              composite: ['sessionId'],
              template: 'CREATED#${sessionId}',
              casing: 'none',
            },
          },
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
          byUser: {
            index: BY_USER,
            pk: {
              field: 'GSI1PK',
              composite: ['teamId', 'userId'],
              template: 'USER#${teamId}#${userId}',
              casing: 'none',
            },
            sk: {
              field: 'GSI1SK',
              composite: ['sessionId'],
              template: 'JOINED#${sessionId}',
              casing: 'none',
            },
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
        attributes: {
          ...common,
          story,
          title: { type: 'string', required: true },
          link: { type: 'string' },
        },
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
                reason: { type: 'string' },
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
    reason: new Entity(
      {
        model: model('reason'),
        attributes: {
          ...common,
          story,
          round,
          userId: { type: 'string', required: true },
          card: { type: 'string', required: true },
          text: { type: 'string', required: true },
          at: { type: 'string', required: true },
        },
        indexes: {
          primary: {
            pk: PK,
            sk: {
              field: 'SK',
              composite: ['story', 'round', 'userId'],
              template: 'REASON#${story}#${round}#${userId}',
              casing: 'none',
            },
          },
        },
      } as const,
      at,
    ),
    ...channelEntities(at),
  };
}

/** What outlives sessions: settings and history of channels, and what is known of people. */
function channelEntities(at: { client: DynamoDBDocumentClient; table: string }) {
  return {
    settings: new Entity(
      {
        model: model('settings'),
        attributes: {
          teamId: { type: 'string', required: true },
          channelId: { type: 'string', required: true },
          deck: { ...deck, required: true },
          decks: {
            type: 'list',
            required: true,
            items: { type: 'map', properties: { title: { type: 'string', required: true }, cards } },
          },
          options: { ...options, required: true },
          timeLimit: { type: 'number' },
          language: { type: LANGUAGES, required: true },
          timeZone: { type: 'string' },
          issueLinks,
        },
        indexes: {
          primary: { pk: CHANNEL, sk: { field: 'SK', composite: [], template: 'SETTINGS', casing: 'none' } },
        },
      } as const,
      at,
    ),
    finished: new Entity(
      {
        model: model('finished'),
        attributes: {
          ...common,
          channelId: { type: 'string', required: true },
          story,
          version: { type: 'number', required: true },
          dropped: { type: 'boolean', required: true },
          title: { type: 'string', required: true },
          link: { type: 'string' },
          deck: { ...deck, required: true },
          estimate: { type: 'string' },
          rounds: { type: 'number', required: true },
          cards,
          finishedAt: { type: 'number', required: true },
          ms: { type: 'number' },
        },
        indexes: {
          primary: {
            pk: CHANNEL,
            sk: {
              field: 'SK',
              composite: ['sessionId', 'story'],
              template: 'HISTORY#${sessionId}#${story}',
              casing: 'none',
            },
          },
        },
      } as const,
      at,
    ),
    profile: new Entity(
      {
        model: model('profile'),
        attributes: {
          teamId: { type: 'string', required: true },
          userId: { type: 'string', required: true },
          expirationTime: { type: 'number', required: true },
          asOf: { type: 'number', required: true },
          locale: { type: 'string' },
          timeZone: { type: 'string' },
        },
        indexes: {
          primary: { pk: PERSON, sk: { field: 'SK', composite: [], template: 'PROFILE', casing: 'none' } },
        },
      } as const,
      at,
    ),
  };
}

export type Entities = ReturnType<typeof entities>;
