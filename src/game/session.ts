import { type EpochSeconds, MINUTE, type Millis } from '../time.ts';
import type { Clocks } from './clock/clocks.ts';
import type { GuessedTime } from './clock/wall-clock.ts';
import type { Card, Deck } from './deck/deck.ts';
import type { Language } from './language.ts';
import type { SessionMessage } from './message.ts';
import type { Published } from './published.ts';
import type { Reference } from './round/references.ts';
import { type LeftStory, type RoundKey, type RoundRef, sameRound } from './round/round.ts';
import type { Options } from './settings.ts';
import type { IssueLinks } from './story/issue-links.ts';

export const SESSION_STATUSES = ['lobby', 'voting', 'revealed', 'ended', 'cancelled', 'expired'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** The most stories that one session can hold: as many as fit into a summary. */
export const MAX_STORIES = 30;
/** How long the creator must be silent before a participant may take over. */
export const TAKE_OVER_AFTER: Millis = 10 * MINUTE;

/** What the rules of the game go by, its clocks included. The running round is `story` and `round`. */
export interface Game extends RoundRef, Clocks {
  creatorId: string;
  /** The creator's plain name, for the first post, which mentions nobody. Gone after a hand-over. */
  hostName?: string;
  /** When the creator last did what only the creator may. */
  creatorActedAt: Millis;
  deck: Deck;
  options: Options;
  /** What the channel's message is written in. */
  language: Language;
  issueLinks?: IssueLinks;
  /** Earlier stories of the channel to compare with, as they were when the session started. */
  references: readonly Reference[];
  status: SessionStatus;
  /** Story numbers in the order of play; skipped ones are not in it. */
  order: readonly number[];
  skipped: readonly number[];
  /** Where the other stories stand that were begun; absent: none was, or in an earlier version. */
  left?: readonly LeftStory[];
  /** The highest story number given out. */
  lastStory: number;
  /** What the creator recorded; a consensus needs no recording. */
  estimates: readonly Estimate[];
  /** Revealed rounds whose votes are still to be frozen. */
  unfrozen: readonly RoundKey[];
  /** Somebody chose *Just watching* at some time. */
  watched: boolean;
  /** Changes when somebody joins who is awaited from then on; absent: nobody ever did. A countdown is conditional on it. */
  rosterVersion?: number;
  /** Changes with every control action: they are conditional on it. */
  version: number;
  /** The click behind the last control action: a write repeated by the network is known by it. */
  lastAction?: string;
  createdAt: Millis;
  endedAt?: Millis;
  /** Its deadline, if the zone of that was guessed: it is put right once the zone is known. */
  guessedUntil?: GuessedTime;
  /** When it is over whatever happens; fixed when it starts. */
  endsAt: Millis;
}

/**
 * One `/groom` in one channel: the game, its message, and what the publisher remembers of both. Stored as one item, so
 * that whatever changes it is one conditional write.
 */
export interface Session extends Game {
  sessionId: string;
  teamId: string;
  channelId: string;
  message: SessionMessage;
  published: Published;
  /** When it expires unless it changes before: every change puts it off, but never beyond `endsAt`. */
  expiresAt: Millis;
  /** When the store forgets it, some time after that. */
  expirationTime: EpochSeconds;
}

/** A session whose message is known. */
export type PostedSession = Session & { message: { ts: string } };

export interface Estimate {
  story: number;
  card: Card;
}

export const isPosted = (session: Session): session is PostedSession => session.message.ts !== undefined;

const OVER: ReadonlySet<SessionStatus> = new Set(['ended', 'cancelled', 'expired']);
export const isOver = ({ status }: Pick<Game, 'status'>): boolean => OVER.has(status);

/** Whether people still vote in this round. */
export const isVoting = (game: Game, of: RoundRef): boolean =>
  game.status === 'voting' && sameRound(game, of);

/** How many stories still fit into a session. Skipped ones stand in its summary, too. */
export const roomForStories = ({ order, skipped }: Game): number =>
  MAX_STORIES - order.length - skipped.length;

/** The stories that come after the current one. */
export const upcomingStories = ({ order, story }: Game): readonly number[] =>
  order.slice(order.indexOf(story) + 1);
