import type { RoundRef } from '../../../src/game/round/round.ts';
import type { ActionTs } from '../../../src/time.ts';

/** One tap of one person on a message, and what came of it. */
export interface Tap {
  userId: string;
  /** The action_id, or the item of the `⋯` menu. */
  what: string;
  /** The card of a vote, or of an estimate. */
  card?: string;
  /** The round that the button was drawn for. */
  of: RoundRef;
  sessionId: string;
  at: ActionTs;
  /** Milliseconds since the epoch. */
  began: number;
  ended?: number;
  /** Slack got its 200 in time. */
  acked: boolean;
  /** The private lines that it brought. */
  told: string[];
}

export const isVote = ({ what }: Tap): boolean => what.startsWith('card_');
/** Takes one's vote back, of whichever round is running then. */
export const isOut = ({ what }: Tap): boolean => what === 'leave' || what === 'watch';
