import type { Millis } from '../time.ts';
import type { Card } from './deck/deck.ts';
import type { Language } from './language.ts';
import type { IssueLinks } from './story/issue-links.ts';

/** What somebody takes part in, as far as they may see it: of a running vote there are numbers, and no cards. */
export interface MySessions {
  /** Running votes that wait for their card. */
  awaited: readonly OpenVote[];
  /** Sessions that they have created and that still run. */
  created: readonly OwnSession[];
  /** What was estimated lately where they took part. */
  results: readonly MyResult[];
  /** How many more there are of the first two than are listed. */
  more: { awaited: number; created: number };
  /** The language of their newest session. */
  language?: Language;
}

export interface ListedSession {
  channelId: string;
  /** The title of the current story. */
  title: string;
  /** Where the message is. */
  messageLink?: string;
}

export interface OpenVote extends ListedSession {
  deadlineAt?: Millis;
}

export interface OwnSession extends ListedSession {
  status: 'lobby' | 'voting' | 'revealed';
  voted: number;
  awaited: number;
  /** Everyone has voted. */
  isComplete: boolean;
}

export interface MyResult {
  channelId: string;
  /** Where the message is. */
  messageLink?: string;
  title: string;
  /** The story's own link. */
  link?: string;
  /** How keys in its title become links. */
  issueLinks?: IssueLinks;
  estimate: Card;
  decidedAt: Millis;
}
