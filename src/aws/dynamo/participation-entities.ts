import { Entity } from 'electrodb';
import { PARTICIPANT_ROLES } from '../../game/participant.ts';
import type { CountedVote } from '../../game/round/vote.ts';
import { BY_USER, common, model, PK, round, story, type TableRef, whole } from './attributes.ts';

const OUT = ['left', 'observer', 'removed'] as const;

/** What people do, each in an item of their own, and what is frozen of it. Votes are read by round. */
export function participationEntities(at: TableRef) {
  return {
    participant: () =>
      new Entity(
        {
          model: model('participant'),
          attributes: {
            ...common,
            userId: { type: 'string', required: true },
            role: { type: PARTICIPANT_ROLES, required: true },
            external: { type: 'boolean' },
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
    vote: () =>
      new Entity(
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
            external: { type: 'boolean' },
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
    result: () =>
      new Entity(
        {
          model: model('result'),
          attributes: {
            ...common,
            story,
            round,
            votes: { type: whole<readonly CountedVote[]>(), required: true },
            tooFew: { type: 'boolean' },
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
    reason: () =>
      new Entity(
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
  };
}
