import type { EntityItem } from 'electrodb';
import { DECKS, type Deck, isDeckName } from '../../game/deck/deck.ts';
import { defined } from '../../game/defined.ts';
import { DEFAULT_LANGUAGE } from '../../game/language.ts';
import type { Announcement } from '../../game/message.ts';
import type { Reason } from '../../game/round/reason.ts';
import type { RoundKey } from '../../game/round/round.ts';
import type {
  CountedVote,
  Participant,
  Result,
  Session,
  Slot,
  Story,
  StoryTime,
} from '../../game/session.ts';
import { DEFAULT_SETTINGS, optionsOf } from '../../game/settings.ts';
import type { EpochSeconds } from '../../time.ts';
import type { Entities } from './entities.ts';

/**
 * Between what ElectroDB stores and the domain's own types. Its types say `undefined` of optional attributes in
 * maps, which DynamoDB cannot hold: hence a few assertions.
 */

type SessionItem = EntityItem<Entities['session']>;

/** A new session as it is stored. Its sets are empty, which DynamoDB cannot store: they begin absent. */
export function toItem(session: Session) {
  const {
    formerMessages: _f,
    retiring: _r,
    unfrozen: _u,
    paint,
    order,
    skipped,
    estimates,
    ...same
  } = session;
  return {
    ...same,
    deck: toDeckItem(same.deck),
    references: [...same.references],
    times: [...same.times],
    order: [...order],
    skipped: [...skipped],
    estimates: [...estimates],
    paint: paint.number,
    painting: paint.painting,
    paintedAt: paint.at,
    paintStreak: paint.streak,
  };
}

/** What sessions lack that were open when Groom was upgraded from a version without it. */
const OF_EARLIER_VERSIONS = {
  options: optionsOf(DEFAULT_SETTINGS),
  language: DEFAULT_LANGUAGE,
  references: [],
  times: [],
} as const;

export function toSession(item: SessionItem): Session {
  const {
    paint,
    painting,
    shownHash,
    shownPhase,
    paintedAt,
    paintStreak,
    paintAgainAt,
    announced,
    ranOut,
    ...same
  } = item;
  return {
    ...OF_EARLIER_VERSIONS,
    ...same,
    deck: isDeckName(same.deck) ? DECKS[same.deck] : same.deck,
    ...(same.times && { times: same.times as StoryTime[] }),
    ...(announced !== undefined && { announced: announced as Announcement }),
    ...(ranOut !== undefined && { ranOut: ranOut as RoundKey }),
    formerMessages: item.formerMessages ?? [],
    retiring: item.retiring ?? [],
    unfrozen: (item.unfrozen ?? []) as RoundKey[],
    expirationTime: item.expirationTime as EpochSeconds,
    paint: defined({
      number: paint,
      painting,
      at: paintedAt,
      streak: paintStreak,
      hash: shownHash,
      phase: shownPhase,
      againAt: paintAgainAt,
    }),
  };
}

export function toSlot(item: EntityItem<Entities['vote']>): Slot {
  const { sessionId: _, expirationTime: __, ...slot } = item;
  return slot;
}

export function toParticipant({ userId, role, at }: EntityItem<Entities['participant']>): Participant {
  return { userId, role, at };
}

export function toStory({ story, title, link }: EntityItem<Entities['story']>): Story {
  return defined({ number: story, title, link });
}

export function toReason(item: EntityItem<Entities['reason']>): Reason {
  const { story, round, userId, card, text, at } = item;
  return { story, round, userId, card, text, at };
}

/** ElectroDB's types take no read-only lists. */
export const toDeckItem = ({ cards, ...deck }: Deck) => ({ ...deck, cards: [...cards] });

export function toResult({ story, round, votes }: EntityItem<Entities['result']>): Result {
  return { story, round, votes: votes as CountedVote[] };
}
