import type { ActionTs, EpochSeconds, Millis } from '../time.ts';
import type { Card, Deck } from './deck/deck.ts';
import type { Language } from './language.ts';
import type { Announcement, AnswerUrl, Paint } from './message.ts';
import type { RoundKey, RoundRef } from './round/round.ts';
import type { Options } from './settings.ts';
import type { IssueLinks } from './story/issue-links.ts';

export const SESSION_STATUSES = ['lobby', 'voting', 'revealed', 'ended', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** The most stories one session can hold; so many fit into a summary. */
export const MAX_STORIES = 30;
/** How long the creator must be silent before a participant may take over. */
export const TAKE_OVER_AFTER: Millis = 10 * 60 * 1000;

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
  deck: Deck;
  options: Options;
  /** Of the channel's message. */
  language: Language;
  issueLinks?: IssueLinks;
  /** Earlier stories of the channel to compare with, as they were when the session started. */
  references: readonly Reference[];
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
  /** How long each round stays open. */
  timeLimit?: Millis;
  /** When the running round is revealed, if it still runs then. */
  deadlineAt?: Millis;
  /** The deadline that the scheduler has been told. */
  scheduledFor?: Millis;
  /** The end of the countdown that began when everyone had voted. It never begins anew in a round. */
  revealAt?: Millis;
  /** The round that its deadline has revealed. */
  ranOut?: RoundKey;
  /** What the creator was told of last. */
  announced?: Announcement;
  /** When the creator last had the missing voters reminded. */
  nudgedAt?: Millis;
  /** How long stories took, in order of their first round. */
  times: readonly StoryTime[];
  /** The version of the session that the channel's history has been told of. */
  archived?: number;
  /**
   * The message was posted through a response_url, because the app is not in the conversation: it can be
   * updated only through the response_url of a recent click.
   */
  unattended?: boolean;
  /** The newest one, for unattended messages. */
  answer?: AnswerUrl;
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

/** An earlier story of the channel, and what it was estimated at. */
export interface Reference {
  title: string;
  card: Card;
}

/** When voting on a story began, and when it was last decided: revealed or agreed on. */
export interface StoryTime {
  story: number;
  startedAt: Millis;
  decidedAt?: Millis;
}

export interface Story {
  number: number;
  title: string;
  /** Where it is described: a ticket, or the message that it was made from. */
  link?: string;
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
  /** One line of why. */
  reason?: string;
}

/** The frozen votes of a revealed round. Written once, never changed. */
export interface Result extends RoundRef {
  votes: readonly CountedVote[];
}

export const isOver = (session: Session): boolean =>
  session.status === 'ended' || session.status === 'cancelled';
/** How many stories still fit into a session. Skipped ones stand in its summary, too. */
export const roomForStories = ({ order, skipped }: Session): number =>
  MAX_STORIES - order.length - skipped.length;

/** The stories that come after the current one. */
export function upcomingStories(session: Session): readonly number[] {
  return session.order.slice(session.order.indexOf(session.story) + 1);
}
