import type { ActionTs } from '../../time.ts';
import type { Card } from '../deck/deck.ts';
import type { Out } from '../participant.ts';
import type { RoundRef } from './round.ts';

/** One person's place in one round: a card, or out. */
export interface Slot extends RoundRef {
  userId: string;
  teamId: string;
  /** Its owner is a guest from another workspace. */
  external?: boolean;
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
  /** Of an anonymous round that fewer votes are left of than hide whose they are: they are not shown. */
  tooFew?: boolean;
}
