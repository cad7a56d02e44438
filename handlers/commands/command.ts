import type { Notice } from '../../src/game/notice.ts';
import type { Job } from '../../src/ports/job.ts';

/** A `/groom`, as much as its handlers need of it. */
export interface Command {
  teamId: string;
  channelId: string;
  userId: string;
  /** The handle of whoever typed it. */
  userName: string;
  triggerId: string;
  responseUrl: string;
}

/**
 * What a command comes to: something to be told in private, and jobs. What is told goes through the queue, for only
 * `publish` may ask Slack for the reader's language.
 */
export interface Answer {
  notice?: Notice | undefined;
  jobs?: readonly Job[];
}
