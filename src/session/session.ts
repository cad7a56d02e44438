import type { ActionTs, EpochSeconds, Millis } from '../time.ts';
import type { Card, DeckName } from './deck.ts';

export const SESSION_STATUSES = ['lobby', 'voting', 'revealed', 'ended', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** The most stories one session can hold; so many fit into a summary. */
export const MAX_STORIES = 30;
/** Slack's own limit for what a text field of a modal holds. */
export const MAX_TITLE = 3000;
/** How long the creator must be silent before a participant may take over. */
export const TAKE_OVER_AFTER: Millis = 10 * 60 * 1000;

/** A round of a story, as the buttons carry it. Both count from 1. */
export interface RoundRef {
  story: number;
  round: number;
}

/** A name of a round for sets: `3#1`. */
export type RoundKey = `${number}#${number}`;
export const roundKey = ({ story, round }: RoundRef): RoundKey => `${story}#${round}`;
export function parseRoundKey(key: string): RoundRef {
  const [story, round] = key.split('#').map(Number);
  return { story: story ?? 0, round: round ?? 0 };
}

/** Everything that control actions change: one item, so that each of them is one conditional write. */
export interface Session extends RoundRef {
  sessionId: string;
  teamId: string;
  channelId: string;
  /** The channel message; absent until it is known. */
  messageTs?: string;
  /** Messages that *Move to bottom* has replaced. Clicks that were under way on them still count. */
  formerMessages: readonly string[];
  /** Those of them that still have to become a link to the new one. */
  retiring: readonly string[];
  /** *Move to bottom* is under way: a new message may be there whose `ts` is not known yet. */
  movingSince?: Millis;
  creatorId: string;
  /** The creator's plain name, for the first post, which mentions nobody. Gone after a hand-over. */
  hostName?: string;
  /** When the creator last did what only the creator may. */
  creatorActedAt: Millis;
  deck: DeckName;
  status: SessionStatus;
  /** Story numbers in the order of play; skipped ones are not in it. */
  order: readonly number[];
  skipped: readonly number[];
  /** The highest story number given out. */
  lastStory: number;
  /** What the creator recorded; a consensus needs no recording. */
  estimates: readonly Estimate[];
  /** Revealed rounds whose votes are still to be frozen. */
  unfrozen: readonly RoundKey[];
  /** Somebody chose *Just watching* at some time. */
  watched: boolean;
  /** Changes with every control action: they are conditional on it. */
  version: number;
  /** The click behind the last control action: a write repeated by the network is known by it. */
  lastAction?: string;
  createdAt: Millis;
  endedAt?: Millis;
  /** Slack will take no more updates for this message: why. */
  detached?: string;
  /** The last such reason, of which the creator was told; kept until the message can be updated again. */
  farewell?: string;
  paint: Paint;
  expirationTime: EpochSeconds;
}

export interface Estimate {
  story: number;
  card: Card;
}

/** What the publisher remembers of the channel message. */
export interface Paint {
  /** Counts the attempts; whoever took the last number owns the message. */
  number: number;
  /** An update is under way, or its outcome is unknown. */
  painting: boolean;
  /** What is shown, as far as is known. */
  hash?: string;
  /** The phase of the session that was shown last: a new one is never paced. */
  phase?: string;
  /** When the last update began. */
  at: Millis;
  /** Updates in quick succession. */
  streak: number;
  /** A late Slack call may still land: paint once more then. */
  againAt?: Millis;
}

export interface Story {
  number: number;
  title: string;
}

export const PARTICIPANT_ROLES = ['voter', 'observer', 'left', 'removed'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export interface Participant {
  userId: string;
  role: ParticipantRole;
  /** The click that made it so; an older click never wins. */
  at: ActionTs;
}

/** Why a slot holds no card. */
export type Out = Exclude<ParticipantRole, 'voter'>;

/** One person's place in one round: a card, or out. */
export interface Slot extends RoundRef {
  userId: string;
  teamId: string;
  channelId: string;
  messageTs: string;
  at: ActionTs;
  card?: Card;
  out?: Out;
}

export interface CountedVote {
  userId: string;
  card: Card;
  at: ActionTs;
}

/** The frozen votes of a revealed round. Written once, never changed. */
export interface Result extends RoundRef {
  votes: readonly CountedVote[];
}

export const isOver = (session: Session): boolean =>
  session.status === 'ended' || session.status === 'cancelled';

export const sameRound = (a: RoundRef, b: RoundRef): boolean => a.story === b.story && a.round === b.round;

/** How many stories still fit into a session. Skipped ones stand in its summary, too. */
export const roomForStories = ({ order, skipped }: Session): number =>
  MAX_STORIES - order.length - skipped.length;

/** The stories that come after the current one. */
export function upcomingStories(session: Session): readonly number[] {
  return session.order.slice(session.order.indexOf(session.story) + 1);
}
