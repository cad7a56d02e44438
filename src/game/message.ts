import type { ActionTs, Millis } from '../time.ts';

/** The session's message in the channel. */
export interface SessionMessage {
  /** Absent until it is known. */
  ts?: string;
  /** Messages that *Move to bottom* has replaced. Clicks that were under way on them still count. */
  former: readonly string[];
  /** The ones among them that still have to become a link to the new one. */
  retiring: readonly string[];
  /** *Move to bottom* is under way: a new message may be there whose `ts` is not known yet. */
  movingSince?: Millis;
  /**
   * It was posted through a response_url, because the app is not in the conversation: it can be updated only
   * through the response_url of a recent click.
   */
  unattended?: boolean;
  /** That of the newest click: for unattended messages, and for when Slack takes no other updates for a while. */
  answer?: AnswerUrl;
  /** Slack will take no more updates for it: why. */
  detached?: string;
  /** The last such reason, of which the creator was told; kept until the message can be updated again. */
  farewell?: string;
}

/** A click's response_url: good for 30 minutes or five uses, whichever is over first. */
export interface AnswerUrl {
  url: string;
  at: Millis;
  uses: number;
  /** The message that was clicked, and when, as Slack says. */
  messageTs?: string;
  clickedAt?: ActionTs;
}

/** Before the message is posted. */
export const NO_MESSAGE: SessionMessage = { former: [], retiring: [] };
