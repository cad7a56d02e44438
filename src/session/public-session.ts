import type { Card, Deck } from './deck.ts';
import type { CountedVote, SessionStatus } from './session.ts';
import type { Statistics } from './statistics.ts';

/**
 * A session as the channel may see it. Before the reveal there is no card in it, so that what is rendered
 * from it cannot leak one. Lists of people are in an order that tells nothing.
 */
export type PublicSession = PublicLobby | PublicVoting | PublicRevealed | PublicSummary | PublicCancelled;

interface Running {
  sessionId: string;
  creatorId: string;
  /** The creator's plain name, if it is known; else they are mentioned. */
  hostName?: string;
  deck: Deck;
  title: string;
  story: number;
  round: number;
  /** Story `position` of `stories`, both from 1. */
  position: number;
  stories: number;
}

export interface PublicLobby extends Running {
  status: 'lobby';
  joined: readonly string[];
  watching: readonly string[];
}

export interface PublicVoting extends Running {
  status: 'voting';
  voted: readonly string[];
  awaited: readonly string[];
  watching: readonly string[];
  earlier: readonly EarlierRound[];
}

export interface PublicRevealed extends Running {
  status: 'revealed';
  votes: readonly CountedVote[];
  statistics?: Statistics;
  /** Recorded by the creator, or by consensus. */
  estimate?: Card;
  earlier: readonly EarlierRound[];
}

/** A round of this story that was revealed before; without statistics if nobody gave an estimate. */
export interface EarlierRound {
  round: number;
  statistics?: Statistics;
}

export interface PublicSummary {
  status: 'ended';
  sessionId: string;
  deck: Deck;
  stories: readonly SummaryLine[];
  /** Everybody whose card was in a result. */
  people: readonly string[];
  minutes: number;
}

export interface SummaryLine {
  title: string;
  estimate?: Card;
  rounds: number;
  skipped: boolean;
}

export interface PublicCancelled {
  status: 'cancelled';
  sessionId: string;
  creatorId: string;
  hostName?: string;
  title: string;
}

/** What changes at a start, a reveal, a new round or story, and at the end; votes do not change it. */
export function phaseOf(session: { status: SessionStatus; story: number; round: number }): string {
  return `${session.status} ${session.story}#${session.round}`;
}
