import { CustomAttributeType, Entity } from 'electrodb';
import type { StoryTime } from '../../game/clock/clocks.ts';
import type { GuessedTime } from '../../game/clock/wall-clock.ts';
import { LANGUAGES } from '../../game/language.ts';
import type { AnswerUrl } from '../../game/message.ts';
import type { Announcement, Listed, Trouble } from '../../game/published.ts';
import type { Reference } from '../../game/round/references.ts';
import type { LeftStory, RoundKey } from '../../game/round/round.ts';
import { type Estimate, SESSION_STATUSES } from '../../game/session.ts';
import type { Options } from '../../game/settings.ts';
import type { IssueLinks } from '../../game/story/issue-links.ts';
import { BY_USER, common, model, PK, story, type TableRef, whole } from './attributes.ts';

/** The session itself, which the creator’s commands change, and its stories. */
export function sessionEntities(at: TableRef) {
  return {
    session: () =>
      new Entity(
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
            // A map, or what it was before there were custom decks: the name of one.
            deck: { type: 'any', required: true },
            options: { type: whole<Options>(), required: true },
            language: { type: LANGUAGES, required: true },
            issueLinks: { type: whole<IssueLinks>() },
            references: { type: whole<readonly Reference[]>(), required: true },
            status: { type: SESSION_STATUSES, required: true },
            story: { type: 'number', required: true },
            round: { type: 'number', required: true },
            order: { type: whole<readonly number[]>(), required: true },
            skipped: { type: whole<readonly number[]>(), required: true },
            lastStory: { type: 'number', required: true },
            estimates: { type: whole<readonly Estimate[]>(), required: true },
            unfrozen: { type: 'set', items: 'string' },
            watched: { type: 'boolean', required: true },
            rosterVersion: { type: 'number' },
            version: { type: 'number', required: true },
            lastAction: { type: 'string' },
            createdAt: { type: 'number', required: true },
            endedAt: { type: 'number' },
            // Absent in sessions of a version that knew no end.
            endsAt: { type: 'number' },
            expiresAt: { type: 'number' },
            timeLimit: { type: 'number' },
            deadlineAt: { type: 'number' },
            guessedUntil: { type: whole<GuessedTime>() },
            scheduledFor: { type: 'number' },
            looksAt: { type: 'number' },
            warned: { type: 'number' },
            revealAt: { type: 'number' },
            ranOut: { type: CustomAttributeType<RoundKey>('string') },
            announced: { type: CustomAttributeType<Announcement>('string') },
            nudgedAt: { type: 'number' },
            left: { type: whole<readonly LeftStory[]>() },
            times: { type: whole<readonly StoryTime[]>(), required: true },
            archived: { type: 'number' },
            listed: { type: CustomAttributeType<Listed>('string') },
            unattended: { type: 'boolean' },
            answer: { type: whole<AnswerUrl>() },
            /** `action_ts` of the click that it is of; '' where that is not known. */
            answerOf: { type: 'string' },
            detached: { type: 'string' },
            farewell: { type: 'string' },
            paint: { type: 'number', required: true },
            painting: { type: 'boolean', required: true },
            shownHash: { type: 'string' },
            shownPhase: { type: 'string' },
            paintedAt: { type: 'number', required: true },
            paintStreak: { type: 'number', required: true },
            paintAgainAt: { type: 'number' },
            trouble: { type: whole<Trouble>() },
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
    story: () =>
      new Entity(
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
    start: () =>
      new Entity(
        {
          model: model('start'),
          attributes: {
            ...common,
            channelId: { type: 'string', required: true },
            userId: { type: 'string', required: true },
            wish: { type: 'string', required: true },
          },
          indexes: {
            primary: {
              pk: {
                field: 'PK',
                composite: ['teamId', 'channelId', 'userId'],
                template: 'START#${teamId}#${channelId}#${userId}',
                casing: 'none',
              },
              sk: { field: 'SK', composite: ['wish'], template: 'CLAIM#${wish}', casing: 'none' },
            },
          },
        } as const,
        at,
      ),
  };
}
