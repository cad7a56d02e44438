import { Entity } from 'electrodb';
import type { Card, Deck, NamedDeck } from '../../game/deck/deck.ts';
import { LANGUAGES } from '../../game/language.ts';
import type { Options } from '../../game/settings.ts';
import type { IssueLinks } from '../../game/story/issue-links.ts';
import { common, model, story, type TableRef, whole } from './attributes.ts';

/** The items of a channel, of a person and of a workspace have a partition each. */
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

const TEAM = {
  field: 'PK',
  composite: ['teamId'],
  template: 'TEAM#${teamId}',
  casing: 'none',
} as const;

/** What outlives sessions: settings and history of channels, what is known of people, and where the app was removed. */
export function directoryEntities(at: TableRef) {
  return {
    settings: () =>
      new Entity(
        {
          model: model('settings'),
          attributes: {
            teamId: { type: 'string', required: true },
            channelId: { type: 'string', required: true },
            deck: { type: whole<Deck>(), required: true },
            decks: { type: whole<readonly NamedDeck[]>(), required: true },
            options: { type: whole<Options>(), required: true },
            timeLimit: { type: 'number' },
            language: { type: LANGUAGES, required: true },
            timeZone: { type: 'string' },
            issueLinks: { type: whole<IssueLinks>() },
          },
          indexes: {
            primary: {
              pk: CHANNEL,
              sk: { field: 'SK', composite: [], template: 'SETTINGS', casing: 'none' },
            },
          },
        } as const,
        at,
      ),
    finished: () =>
      new Entity(
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
            deck: { type: whole<Deck>(), required: true },
            estimate: { type: 'string' },
            rounds: { type: 'number', required: true },
            cards: { type: whole<readonly Card[]>(), required: true },
            finishedAt: { type: 'number', required: true },
            ms: { type: 'number' },
            messageTs: { type: 'string' },
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
    running: () =>
      new Entity(
        {
          model: model('running'),
          attributes: {
            ...common,
            channelId: { type: 'string', required: true },
            over: { type: 'boolean', required: true },
          },
          indexes: {
            primary: {
              pk: CHANNEL,
              sk: { field: 'SK', composite: ['sessionId'], template: 'RUNNING#${sessionId}', casing: 'none' },
            },
          },
        } as const,
        at,
      ),
    profile: () =>
      new Entity(
        {
          model: model('profile'),
          attributes: {
            teamId: { type: 'string', required: true },
            userId: { type: 'string', required: true },
            expirationTime: { type: 'number', required: true },
            asOf: { type: 'number', required: true },
            locale: { type: 'string' },
            timeZone: { type: 'string' },
            name: { type: 'string' },
          },
          indexes: {
            primary: { pk: PERSON, sk: { field: 'SK', composite: [], template: 'PROFILE', casing: 'none' } },
          },
        } as const,
        at,
      ),
    tokenOwner: () =>
      new Entity(
        {
          model: model('tokenOwner'),
          attributes: {
            teamId: { type: 'string', required: true },
            enterpriseId: { type: 'string' },
          },
          indexes: {
            primary: {
              pk: { field: 'PK', composite: [], template: 'TOKEN', casing: 'none' },
              sk: { field: 'SK', composite: [], template: 'OWNER', casing: 'none' },
            },
          },
        } as const,
        at,
      ),
    share: () =>
      new Entity(
        {
          model: model('share'),
          attributes: {
            teamId: { type: 'string', required: true },
            expirationTime: { type: 'number', required: true },
            version: { type: 'number', required: true },
            burst: { type: 'number', required: true },
            spentUntil: { type: 'number', required: true },
            queuedUntil: { type: 'number', required: true },
            putOff: { type: 'number', required: true },
            refusals: { type: 'number', required: true },
            refusedAt: { type: 'number', required: true },
            retryUntil: { type: 'number', required: true },
          },
          indexes: {
            primary: { pk: TEAM, sk: { field: 'SK', composite: [], template: 'SHARE', casing: 'none' } },
          },
        } as const,
        at,
      ),
    claim: () =>
      new Entity(
        {
          model: model('claim'),
          attributes: {
            what: { type: 'string', required: true },
            expirationTime: { type: 'number', required: true },
          },
          indexes: {
            primary: {
              pk: { field: 'PK', composite: ['what'], template: 'CLAIM#${what}', casing: 'none' },
              sk: { field: 'SK', composite: [], template: 'CLAIM', casing: 'none' },
            },
          },
        } as const,
        at,
      ),
    installation: () =>
      new Entity(
        {
          model: model('installation'),
          attributes: {
            teamId: { type: 'string', required: true },
            expirationTime: { type: 'number', required: true },
            deadToken: { type: 'string', required: true },
          },
          indexes: {
            primary: {
              pk: TEAM,
              sk: { field: 'SK', composite: [], template: 'INSTALLATION', casing: 'none' },
            },
          },
        } as const,
        at,
      ),
  };
}
