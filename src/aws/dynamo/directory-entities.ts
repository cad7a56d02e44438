import { Entity } from 'electrodb';
import { LANGUAGES } from '../../game/language.ts';
import { cards, common, deck, issueLinks, model, options, type Place, story } from './attributes.ts';

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

/** What outlives sessions: settings and history of channels, and what is known of people. */
export function directoryEntities(at: Place) {
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
