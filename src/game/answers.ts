import type { Card } from './deck/deck.ts';
import type { Out } from './participant.ts';
import type { Refused } from './refusal.ts';

/** What a voter is told. Whatever it says is true for good: see ARCHITECTURE.md, "Told is counted". */
export type VoteAnswer =
  /** `reasons`: the session asks voters why. */
  | { kind: 'counts'; card: Card; story: number; votingAgain: boolean; reasons: boolean }
  /** Revealed meanwhile, and the card is in the result. */
  | { kind: 'counted'; card: Card }
  /** Revealed meanwhile; `card` is an earlier one that is in the result. */
  | { kind: 'too_late'; card?: Card }
  | Refused;

export type TakePartAnswer =
  | { kind: 'joined'; already: boolean }
  /**
   * `withdrawn`: a vote of the running round went with them. `counted`: it had been revealed before. `already`: they were
   * not in.
   */
  | { kind: 'out'; out: Out; withdrawn: boolean; counted?: Card; already?: true }
  | Refused;
