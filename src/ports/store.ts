import type { Changes } from '../game/changes.ts';
import type { AnswerUrl } from '../game/message.ts';
import type { Participant } from '../game/participant.ts';
import type { ChannelRef, UserRef } from '../game/place.ts';
import type { Announcement, Listed, Paint, Trouble } from '../game/published.ts';
import type { Reason } from '../game/round/reason.ts';
import type { RoundKey, RoundRef } from '../game/round/round.ts';
import type { Result, Slot } from '../game/round/vote.ts';
import type { Session } from '../game/session.ts';
import type { Story } from '../game/story/story.ts';
import type { Millis } from '../time.ts';

/**
 * Where sessions live, with all that belongs to them until their end. All reads are strongly consistent; whatever has
 * been kept for long enough counts as absent, in reads and in conditions. A write whose condition fails answers `false`; only a broken store throws.
 */
export interface Store {
  /**
   * Claims a start for half a minute, and answers with the session that has it: this one, or another that was earlier.
   * Claiming again what one has, as a network does that repeats a write, is harmless.
   */
  claimStart(start: Start, sessionId: string): Promise<string>;
  /** Gives a start back that has come to nothing, if it is still this session's. */
  releaseStart(start: Start, sessionId: string): Promise<void>;
  /** Writes a new session and its stories; once, however often the network repeats it. Throws if its id is taken. */
  createSession(session: Session, stories: readonly Story[]): Promise<void>;
  session(sessionId: string): Promise<Session | undefined>;
  stories(sessionId: string): Promise<Story[]>;
  story(sessionId: string, story: number): Promise<Story | undefined>;
  /** Adds or replaces stories. */
  putStories(session: Session, stories: readonly Story[]): Promise<void>;
  participants(sessionId: string): Promise<Participant[]>;
  participant(sessionId: string, userId: string): Promise<Participant | undefined>;
  /** Every slot of a round, of strangers too: `tally` sorts them out. */
  slots(sessionId: string, of: RoundRef): Promise<Slot[]>;
  slot(sessionId: string, of: RoundRef, userId: string): Promise<Slot | undefined>;
  /** All results of a session in order of stories and rounds, or those of one story. */
  results(sessionId: string, story?: number): Promise<Result[]>;
  result(sessionId: string, of: RoundRef): Promise<Result | undefined>;
  /** Why people chose their cards in a round; also reasons for cards that they have changed since. */
  reasons(sessionId: string, of: RoundRef): Promise<Reason[]>;

  /**
   * Fills a slot unless a newer click, or one from elsewhere, already has. `sameMessage`: nor any click on
   * another message.
   */
  writeSlot(sessionId: string, slot: Slot, only?: { sameMessage: boolean }): Promise<SlotWrite>;
  /** Takes back a slot that should not have been written, if it still stands: `before` returns. */
  undoSlot(sessionId: string, slot: Slot, before: Slot | undefined): Promise<void>;
  /** Sets what a person is, unless a newer click already has. */
  writeParticipant(session: Session, participant: Participant): Promise<boolean>;
  /** Stores somebody's reason in a round, unless a newer one is there. */
  writeReason(session: Session, reason: Reason): Promise<boolean>;
  /** Stores a round's result if there is none yet. */
  createResult(session: Session, result: Result): Promise<boolean>;
  /** The round's result is stored: it leaves the unfrozen ones. */
  markFrozen(sessionId: string, key: RoundKey): Promise<void>;

  /**
   * Changes the session if it is still the version that the decision was made on, and puts off its expiry; `action`
   * names the click.
   */
  commit(session: Session, changes: Changes, action: string): Promise<boolean>;
  /** From now on clicks on *Just watching* have to be reckoned with. */
  markWatched(sessionId: string): Promise<void>;

  /** Somebody more is awaited, whose item is written: a countdown that was decided on before does not begin. */
  changeRoster(sessionId: string): Promise<void>;

  /**
   * Begins the countdown of the running round, once: `false` if it runs already, the round is over, or the roster has
   * changed since the session was read.
   */
  beginCountdown(session: Session, revealAt: Millis): Promise<boolean>;
  /** The clock of a round has run out in vain: nobody had voted. */
  stopClock(session: Session, clock: 'deadlineAt' | 'revealAt'): Promise<boolean>;
  /** The scheduler knows of this deadline. */
  markScheduled(sessionId: string, deadlineAt: Millis): Promise<void>;
  /** A timer comes then to see whether the session has expired. */
  markLook(sessionId: string, looksAt: Millis): Promise<void>;
  /** The creator was told that the votes will be lost when the session expires at `expiresAt`. */
  markWarned(sessionId: string, expiresAt: Millis): Promise<void>;
  /** Puts off the expiry as a change at `touchedAt` would have: `false` if it comes no later by that. */
  putOff(session: Session, touchedAt: Millis): Promise<boolean>;
  /** The creator was told of this. */
  markAnnounced(sessionId: string, announcement: Announcement): Promise<void>;
  /** The channel's history has been told of this version of the session. */
  markArchived(sessionId: string, version: number): Promise<void>;
  /** The list of the channel's running sessions has been told this. */
  markListed(sessionId: string, listed: Listed): Promise<void>;
  /** Through this response_url the message can be updated from now on: `false` if that of a newer click is there. */
  keepAnswer(sessionId: string, answer: AnswerUrl): Promise<boolean>;

  /**
   * Binds the session to a message, in place of the one it was read with (often none): the old one is then
   * to be retired. `shown` is what the new one shows, if that is known; `attended`: the app has posted it itself.
   */
  bindMessage(
    session: Session,
    messageTs: string,
    shown?: Pick<Paint, 'hash' | 'phase'> & { attended?: true },
  ): Promise<boolean>;
  /** The message is posted through a response_url: nothing happens to it by itself, so there are no clocks either. */
  leaveUnattended(session: Session): Promise<Session>;
  /** Begins *Move to bottom*; `false` if somebody is moving the message already. */
  beginMove(session: Session): Promise<boolean>;
  /** The move has failed: the message stays where it is. */
  abandonMove(sessionId: string): Promise<void>;
  /** The former message has become a link to the new one, or is gone. */
  markRetired(sessionId: string, messageTs: string): Promise<void>;

  /** Takes the next paint number and marks the session as painting. */
  beginPaint(session: Session, paint: BegunPaint): Promise<boolean>;
  /** Remembers what the paint of this number has shown, and puts off the session's expiry. */
  endPaint(session: Session, number: number, shown: ShownPaint): Promise<boolean>;
  /** Remembers what went wrong with the paint of this number, whose outcome may be unknown. */
  markTrouble(sessionId: string, number: number, trouble: Trouble): Promise<boolean>;
  /** Slack will take no more updates. Answers `true` to the one who found out first. */
  detach(sessionId: string, reason: string): Promise<boolean>;
  /** A click on the message proves that it is there after all. */
  attach(sessionId: string): Promise<void>;
}

/** What must not start two sessions: the same wish of the same person in the same channel. */
export interface Start extends ChannelRef, UserRef {
  /** Stands for what was typed or submitted. Short. */
  wish: string;
}

type SlotWrite =
  /** `before` is what stood there, if anything did. */
  { written: true; before?: Slot } | { written: false };

export interface BegunPaint {
  at: Millis;
  streak: number;
  /** The response_url that this paint takes one use of. */
  answer?: AnswerUrl;
  /** As it is if nothing more is heard of this paint; absent: as it was. */
  trouble?: Trouble;
}

interface ShownPaint {
  /** Absent when nothing is known of what is shown. */
  hash?: string;
  phase?: string;
  againAt?: Millis;
  /** What trouble is left; absent: none. */
  trouble?: Trouble;
}
