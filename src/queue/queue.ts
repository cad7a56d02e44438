import type { PrivateLine } from '../slack/chat.ts';

/** Whose a job is, for the log: it must tell that also where the session can't be read. */
interface Owned {
  teamId?: string;
}

/** What handlers leave for the `publish` Lambda. */
export type Job =
  /** This session may have changed: nothing more is said, so that doubled or reordered jobs are harmless. */
  | ({ kind: 'changed'; sessionId: string } & Owned)
  /** A private line, posted through the click's own response_url. */
  | ({ kind: 'reply'; userId: string; sessionId?: string; responseUrl: string } & PrivateLine & Owned)
  /** A modal that somebody has open may show an older state. */
  | ({ kind: 'refresh' } & ViewRef)
  /** Forwards a `changed` at its time (ms since the epoch). */
  | ({ kind: 'timer'; sessionId: string; dueAt: number } & Owned);

export type JobKind = Job['kind'];

export const SESSION_VIEWS = ['people', 'manage'] as const;

/** A modal of a session that is open on somebody's screen, and what it shows. */
export interface ViewRef {
  viewId: string;
  view: (typeof SESSION_VIEWS)[number];
  sessionId: string;
  userId: string;
  teamId: string;
  channelId: string;
  /** Of *People…*, from 0. */
  page: number;
}

export interface Queue {
  /** Sends all in one batch. Throws unless all of them are in the queue. */
  send(jobs: readonly Job[]): Promise<void>;
  /** Deletes received messages whose jobs are done, so that their group goes on at once. */
  finish(receiptHandles: readonly string[]): Promise<void>;
  /** Shows a received message again after `delayMs` (rounded up to seconds). */
  postpone(receiptHandle: string, delayMs: number): Promise<void>;
}

/** Jobs of one group are handled one after another. */
export function messageGroup(job: Job): string {
  switch (job.kind) {
    case 'changed':
      return `session/${job.sessionId}`;
    case 'reply':
      return `reply/${job.sessionId ?? ''}/${job.userId}`;
    case 'refresh':
      return `view/${job.viewId}`;
    case 'timer':
      return `timer/${job.sessionId}/${job.dueAt}`;
  }
}
