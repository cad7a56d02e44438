import type { EntityItem } from 'electrodb';
import { DECKS, isDeckName } from '../../game/deck/deck.ts';
import { defined } from '../../game/defined.ts';
import { DEFAULT_LANGUAGE } from '../../game/language.ts';
import type { Participant } from '../../game/participant.ts';
import type { Reason } from '../../game/round/reason.ts';
import type { RoundKey } from '../../game/round/round.ts';
import type { Result, Slot } from '../../game/round/vote.ts';
import type { Session } from '../../game/session.ts';
import { DEFAULT_SETTINGS, optionsOf } from '../../game/settings.ts';
import type { Story } from '../../game/story/story.ts';
import { DAY, SECOND } from '../../time.ts';
import type { Entities } from './entities.ts';

/** Between what ElectroDB stores and the domain's own types. */

type SessionItem = EntityItem<Entities['session']>;

/**
 * A session as it is stored: flat, whatever it is nested into in memory, for conditions compare single attributes
 * (`paint = 7`), and functions of an earlier version read them. Sets that are empty, which DynamoDB cannot store, are
 * absent.
 */
export function toItem({ message, published, unfrozen, ...game }: Session) {
  const { ts, former, retiring, ...ofMessage } = message;
  const { paint, ...done } = published;
  return defined({
    ...game,
    unfrozen: unlessEmpty(unfrozen),
    messageTs: ts,
    formerMessages: unlessEmpty(former),
    retiring: unlessEmpty(retiring),
    ...ofMessage,
    answerOf: message.answer && (message.answer.clickedAt ?? ''),
    ...done,
    paint: paint.number,
    painting: paint.painting,
    paintedAt: paint.at,
    paintStreak: paint.streak,
    shownHash: paint.hash,
    shownPhase: paint.phase,
    paintAgainAt: paint.againAt,
  });
}

const unlessEmpty = (set: readonly string[]): string[] | undefined => (set.length > 0 ? [...set] : undefined);

/** What sessions lack that were open when Groom was upgraded from a version without it. */
const OF_EARLIER_VERSIONS = {
  options: optionsOf(DEFAULT_SETTINGS),
  language: DEFAULT_LANGUAGE,
  references: [],
  times: [],
} as const;

/** So long after it was written whatever belonged to a session was forgotten; its titles first. */
const LIFE_OF_EARLIER_ITEMS = 30 * DAY;

/** A stored session, nested as the domain knows it. */
export function toSession(item: SessionItem): Session {
  const {
    messageTs,
    formerMessages,
    retiring,
    movingSince,
    unattended,
    answer,
    answerOf: _,
    detached,
    farewell,
    ...rest
  } = item;
  const { paint, painting, shownHash, shownPhase, paintedAt, paintStreak, paintAgainAt, ...more } = rest;
  const { announced, archived, listed, scheduledFor, looksAt, warned, trouble, ...game } = more;
  return {
    ...OF_EARLIER_VERSIONS,
    endsAt: game.createdAt + LIFE_OF_EARLIER_ITEMS,
    expiresAt: game.expirationTime * SECOND,
    ...game,
    deck: isDeckName(game.deck) ? DECKS[game.deck] : game.deck,
    unfrozen: (game.unfrozen ?? []) as RoundKey[],
    message: defined({
      ts: messageTs,
      former: formerMessages ?? [],
      retiring: retiring ?? [],
      movingSince,
      unattended,
      answer,
      detached,
      farewell,
    }),
    published: defined({
      paint: defined({
        number: paint,
        painting,
        at: paintedAt,
        streak: paintStreak,
        hash: shownHash,
        phase: shownPhase,
        againAt: paintAgainAt,
      }),
      announced,
      archived,
      listed,
      scheduledFor,
      looksAt,
      warned,
      trouble,
    }),
  };
}

export function toSlot(item: EntityItem<Entities['vote']>): Slot {
  const { sessionId: _, expirationTime: __, ...slot } = item;
  return slot;
}

export function toParticipant(item: EntityItem<Entities['participant']>): Participant {
  const { userId, role, at, external } = item;
  return defined({ userId, role, at, external });
}

export function toStory({ story, title, link }: EntityItem<Entities['story']>): Story {
  return defined({ number: story, title, link });
}

export function toReason(item: EntityItem<Entities['reason']>): Reason {
  const { story, round, userId, card, text, at } = item;
  return { story, round, userId, card, text, at };
}

export function toResult({ story, round, votes, tooFew }: EntityItem<Entities['result']>): Result {
  return defined({ story, round, votes, tooFew });
}
