import type { Millis } from '../../time.ts';
import type { RoundKey } from '../round/round.ts';

/** What a session knows about time. */
export interface Clocks {
  /** How long each round stays open. */
  timeLimit?: Millis;
  /** When the running round is revealed, if it still runs then. */
  deadlineAt?: Millis;
  /** The end of the countdown that began when everyone had voted. It begins only once in a round. */
  revealAt?: Millis;
  /** The round that was revealed by its deadline. */
  ranOut?: RoundKey;
  /** When the creator last reminded those who had not voted. */
  nudgedAt?: Millis;
  /** How long stories took, in order of their first round. */
  times: readonly StoryTime[];
}

/** When voting on a story began, and when it was last decided: revealed or agreed on. */
export interface StoryTime {
  story: number;
  startedAt: Millis;
  decidedAt?: Millis;
}
