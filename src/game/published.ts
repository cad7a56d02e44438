import type { Millis } from '../time.ts';
import type { RoundKey } from './round/round.ts';

/** What the publisher remembers of what it has done for a session. */
export interface Published {
  paint: Paint;
  /** What the creator was told of last. */
  announced?: Announcement;
  /** The version of the session that the channel's history has been told of. */
  archived?: number;
  /** What the list of the channel's running sessions has been told of it. */
  listed?: Listed;
  /** The deadline that the scheduler has been told. */
  scheduledFor?: Millis;
  /** When a timer comes to see whether the session has expired. */
  looksAt?: Millis;
  /** The expiry of which the creator has been told, because votes will be lost by it. */
  warned?: Millis;
  /** Absent while Slack takes all pictures. */
  trouble?: Trouble;
}

/** Whether a session runs, as far as its channel knows. */
export type Listed = 'running' | 'over';

/** What the publisher remembers of tries to bring the message up to date that have shown nothing. */
export interface Trouble {
  /** Tries in a row. A rate limit is none, and neither is what a click tries before `nextAt`. */
  tries: number;
  /** A timer brings the next try then. */
  nextAt?: Millis;
  /** Its turn among the sessions of its workspace, for which a timer comes. `taken`: it is counted already. */
  turn?: { at: Millis; taken: boolean; putOff: Millis };
  /** The picture whose content Slack has refused, by its hash: it is shown in a plain form. */
  refused?: string;
  /** Tries in a row to turn a former message into a link. */
  retireTries?: number;
}

/** What is known of the picture that the message shows. */
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

/** Something that the creator is told of once in a round. */
export type Announcement = `${'voted' | 'deadline'} ${RoundKey}`;

/** Before anything was published. The last update is long ago: the first change is shown at once. */
export const NOTHING_PUBLISHED: Published = { paint: { number: 0, painting: false, at: 0, streak: 0 } };
