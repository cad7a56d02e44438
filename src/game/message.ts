import type { Millis } from '../time.ts';
import type { RoundKey } from './round/round.ts';

/** Something that the creator is told of once in a round. */
export type Announcement = `${'voted' | 'deadline'} ${RoundKey}`;

/** A click's response_url: good for 30 minutes or five uses, whichever is over first. */
export interface AnswerUrl {
  url: string;
  at: Millis;
  uses: number;
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
