import type { ActionTs } from '../../time.ts';
import type { Card } from '../deck/deck.ts';
import type { RoundRef } from './round.ts';

/** The longest reason, in characters: one line, as long as one fits beside a card. */
export const MAX_REASON = 140;

/** Why somebody chose a card. It is shown only with that card. */
export interface Reason extends RoundRef {
  userId: string;
  card: Card;
  text: string;
  at: ActionTs;
}
