import type { ChannelRef } from '../game/place.ts';
import type { Reason } from '../game/round/reason.ts';
import type { Slot } from '../game/round/vote.ts';
import type { Session } from '../game/session.ts';

/** What a store holds as a whole, for operators who move it: nothing that people do comes here. */
export interface Estate {
  /** All sessions that are kept, over or not; strongly consistent. May read all there is. */
  sessions(): Promise<Session[]>;
  /** All channels that have settings or a history. May read all there is. */
  channels(): Promise<ChannelRef[]>;
  /** The slots of all rounds of a session, and the reasons. */
  slotsOf(sessionId: string): Promise<Slot[]>;
  reasonsOf(sessionId: string): Promise<Reason[]>;
  /** Writes a session as it is, in place of what is there, its lifetime included. */
  putSession(session: Session): Promise<void>;
}
