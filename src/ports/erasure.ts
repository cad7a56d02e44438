import type { ChannelRef, UserRef } from '../game/place.ts';

/**
 * Takes people and channels out of what is kept, for operators: nothing that people do comes here. All of it is harmless
 * when repeated, and whatever was interrupted is found again.
 */
export interface Erasure {
  /**
   * Takes somebody out of a session: their cards in results stay, as those of `ERASED`; reasons, participation, and
   * cards that are in no result go. A session that they run is `ERASED`'s from then on.
   */
  takeOut(user: UserRef, sessionId: string): Promise<void>;
  /** Forgets what is known of somebody apart from sessions. */
  forgetPerson(user: UserRef): Promise<void>;
  /** The ids of all sessions of a channel, over or not. May read all there is. */
  sessionsIn(channel: ChannelRef): Promise<string[]>;
  /** Forgets a session with all that belongs to it. */
  forgetSession(sessionId: string): Promise<void>;
  /** Forgets a channel's settings, its history, and which sessions run in it. */
  forgetChannel(channel: ChannelRef): Promise<void>;
}
