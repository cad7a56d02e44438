import type { Millis } from '../time.ts';
import type { Card, Deck } from './deck/deck.ts';
import type { Language } from './language.ts';
import type { Reference } from './round/references.ts';
import type { Roster } from './round/roster.ts';
import { roundKey } from './round/round.ts';
import type { Statistics } from './round/statistics.ts';
import type { Game } from './session.ts';
import type { IssueLinks } from './story/issue-links.ts';

/**
 * A session as the channel may see it. Before the reveal there is no card in it, so that what is rendered
 * from it cannot leak one. Lists of people are in an order that tells nothing.
 */
export type PublicSession = PublicLobby | PublicVoting | PublicRevealed | PublicSummary | PublicCancelled;

interface Titled {
  language: Language;
  title: string;
  link?: string;
  /** How keys in titles become links. */
  issueLinks?: IssueLinks;
}

interface Running extends Titled {
  sessionId: string;
  creatorId: string;
  /** The creator's plain name, if it is known; else they are mentioned. */
  hostName?: string;
  deck: Deck;
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
  deadlineAt?: Millis;
}

export interface PublicVoting extends Running, Roster {
  status: 'voting';
  /** The result will show cards without names. */
  anonymous: boolean;
  /** Whoever joined may reveal. */
  anyoneReveals: boolean;
  /** The votes are revealed by themselves once everyone has voted … */
  autoReveal: boolean;
  /** … and that is about to happen. */
  revealing: boolean;
  deadlineAt?: Millis;
  references: readonly Reference[];
  earlier: readonly EarlierRound[];
  /** What came out of the story before; absent for the first one. */
  last?: LastOutcome;
}

/** The story before, for those who were away. */
export interface LastOutcome {
  title: string;
  estimate?: Card;
  statistics?: Statistics;
}

export interface PublicRevealed extends Running {
  status: 'revealed';
  anonymous: boolean;
  votes: readonly PublicVote[];
  /** There are votes, but so few that anybody could tell whose they are: `votes` is empty. */
  tooFew?: boolean;
  statistics?: Statistics;
  /** Recorded by the creator, or by consensus. */
  estimate?: Card;
  earlier: readonly EarlierRound[];
}

/** A vote as a result shows it. Anonymous ones have no `userId`, and are in the deck's order. */
export interface PublicVote {
  card: Card;
  userId?: string;
  /** The same person's card in the round before; never of anonymous ones. */
  before?: Card;
  reason?: string;
}

/** A round of this story that was revealed before; without statistics if nobody gave an estimate. */
export interface EarlierRound {
  round: number;
  /** All that were played, in the deck's order: whose they were is not in here. */
  cards: readonly Card[];
  statistics?: Statistics;
}

export interface PublicSummary {
  status: 'ended' | 'expired';
  /** Why it has ended by itself: nobody had touched it, or it had come to the end that every session has. */
  expired?: 'untouched' | 'too_old';
  sessionId: string;
  language: Language;
  issueLinks?: IssueLinks;
  deck: Deck;
  stories: readonly SummaryLine[];
  /** Everybody whose card was in a result. */
  people: readonly string[];
  minutes: number;
}

export interface SummaryLine {
  title: string;
  link?: string;
  estimate?: Card;
  rounds: number;
  skipped: boolean;
  /** How long it took, from the first card row to the estimate. */
  ms?: Millis;
}

export interface PublicCancelled extends Titled {
  status: 'cancelled';
  sessionId: string;
  creatorId: string;
  hostName?: string;
}

/** What changes at a start, a countdown, a reveal, a new round or story, and at the end; votes do not change it. */
export function phaseOf(game: Pick<Game, 'status' | 'story' | 'round' | 'revealAt'>): string {
  const countdown = game.revealAt === undefined ? '' : ' countdown';
  return `${game.status} ${roundKey(game)}${countdown}`;
}
