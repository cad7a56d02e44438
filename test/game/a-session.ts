import { DECKS } from '../../src/game/deck/deck.ts';
import { NO_MESSAGE } from '../../src/game/message.ts';
import type { Participant } from '../../src/game/participant.ts';
import { NOTHING_PUBLISHED } from '../../src/game/published.ts';
import type { Slot } from '../../src/game/round/vote.ts';
import type { Session } from '../../src/game/session.ts';
import { DEFAULT_SETTINGS, type Options, optionsOf } from '../../src/game/settings.ts';
import type { EpochSeconds } from '../../src/time.ts';

export const TEAM = 'T0ACME';
export const CHANNEL = 'C0PLANNING';
export const MESSAGE = '1700000000.000100';
export const ADA = 'U0ADA';
export const BO = 'U0BO';
export const CY = 'U0CY';
export const DEE = 'U0DEE';

/** Ten digits, six decimals: what Slack sends with a click, `step` seconds into the session. */
export const clickedAt = (step: number): string => `${1_700_000_000 + step}.000000`;

/** Ada's session of three stories, voting on the first. */
export function aSession(changes: Partial<Session> = {}): Session {
  return {
    sessionId: '01JD0000000000000000000000',
    teamId: TEAM,
    channelId: CHANNEL,
    message: { ...NO_MESSAGE, ts: MESSAGE },
    creatorId: ADA,
    hostName: 'ada',
    creatorActedAt: 0,
    deck: DECKS.fibonacci,
    options: optionsOf(DEFAULT_SETTINGS),
    language: 'en',
    references: [],
    status: 'voting',
    story: 1,
    round: 1,
    order: [1, 2, 3],
    skipped: [],
    lastStory: 3,
    estimates: [],
    unfrozen: [],
    watched: false,
    version: 1,
    createdAt: 0,
    endsAt: Number.MAX_SAFE_INTEGER,
    times: [],
    published: NOTHING_PUBLISHED,
    expiresAt: Number.MAX_SAFE_INTEGER,
    expirationTime: 0 as EpochSeconds,
    ...changes,
  };
}

/** The same, played otherwise than by default. */
export const withOptions = (chosen: Partial<Options>): Pick<Session, 'options'> => ({
  options: { ...optionsOf(DEFAULT_SETTINGS), ...chosen },
});

/** Bo's card in the running round of `aSession`, or whatever `changes` make of it. */
export function aSlot(changes: Partial<Slot> = {}): Slot {
  const card = changes.out ? {} : { card: '5' };
  return {
    story: 1,
    round: 1,
    userId: BO,
    teamId: TEAM,
    channelId: CHANNEL,
    messageTs: MESSAGE,
    at: clickedAt(1),
    ...card,
    ...changes,
  };
}

export const aVoter = (userId: string, step = 0): Participant => ({
  userId,
  role: 'voter',
  at: clickedAt(step),
});
