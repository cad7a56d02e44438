import { type Millis, SECOND } from '../time.ts';
import type { Job } from './job.ts';

/** The end of the queue where jobs go in. */
export interface Queue {
  /** Sends all, in one batch where they are ten or less. Throws unless all of them are in the queue. */
  send(jobs: readonly Job[]): Promise<void>;
}

/**
 * The other end. Whoever drives a queue hands the worker jobs of one group that were received together, in the order in
 * which they were sent, and nothing more of that group until all of them are answered. Then what is done leaves the
 * queue; what is to come again does so in its old order, and the rest of its group after it. One group never waits for
 * another. What isn't answered, because the process died, comes again. Answers for each delivery, in the same order;
 * never rejects.
 */
export type Worker = (group: readonly Delivery[], timeLeft: TimeLeft) => Promise<readonly Verdict[]>;

/** How long the process may still work, in ms; what is not answered by then comes again. */
export type TimeLeft = () => Millis;

/** A try at a job: how often it has come by now, and how long it may take. */
export interface Visit extends Pick<Delivery, 'receives'> {
  timeLeft: TimeLeft;
}

/** A job as it comes out of the queue. */
export interface Delivery {
  /** What the queue calls it, for the log. */
  id: string;
  /** Absent if this version doesn't understand it. */
  job: Job | undefined;
  /** How often it has come by now: more than once, and somebody else may have been at it. */
  receives: number;
}

/** What becomes of a job: it is done, or is to come again after `delay` ms. */
export type Verdict = { kind: 'done' } | { kind: 'again'; delay: Millis };

export const done: Verdict = { kind: 'done' };

export const again = (delay: Millis): Verdict => ({ kind: 'again', delay });

/** How soon to try again after a failure that says nothing of when: soon, because the whole group waits. */
export const RETRY: Millis = 1 * SECOND;

/** How long to wait after so many tries in a row (from 1): twice as long each time, up to `longest`. */
export const pauseAfter = (tries: number, longest: Millis): Millis =>
  Math.min(RETRY * 2 ** Math.max(0, tries - 1), longest);
