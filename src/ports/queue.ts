import type { Message, Notice } from '../game/notice.ts';

/** Whose a job is, for the log: it must tell that also where the session can't be read. */
interface Owned {
  teamId?: string;
}

/** What handlers leave for the `publish` Lambda. */
export type Job =
  /**
   * This session may have changed: nothing more is said, so that doubled or reordered jobs are harmless. The
   * click's response_url comes along for messages that can be updated in no other way.
   */
  | ({ kind: 'changed'; sessionId: string; responseUrl?: string } & Owned)
  /** Something to be told to somebody in private, through their own click's response_url. */
  | ({ kind: 'reply'; responseUrl: string; sessionId?: string } & Told)
  /** The same without a click: in the app's conversation with them, or in the channel, for their eyes only. */
  | ({ kind: 'tell'; via: 'dm' | 'channel'; sessionId: string } & Told<Message>)
  /** Voters who have not voted are to be reminded. */
  | ({ kind: 'nudge'; sessionId: string } & Owned)
  /** A modal that somebody has open may show an older state. */
  | ({ kind: 'refresh' } & ViewRef)
  /** The form of a new session is open below the settings of its channel, which have changed. */
  | ({ kind: 'form' } & FormRef)
  /** Somebody looks at the app's home. */
  | { kind: 'home'; teamId: string; userId: string }
  /** Somebody asked for a list that takes some reading. */
  | ({ kind: 'report'; responseUrl: string } & ReportRef)
  /** Forwards a `changed` at its time (ms since the epoch). */
  | ({ kind: 'timer'; sessionId: string; dueAt: number } & Owned);

/** Who is told what; in whose words is decided where it is told. */
interface Told<N extends Notice = Notice> {
  teamId: string;
  channelId: string;
  userId: string;
  notice: N;
}

export const REPORTS = ['mine', 'history', 'export'] as const;
export const EXPORT_FORMATS = ['csv', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ReportRef {
  report: (typeof REPORTS)[number];
  teamId: string;
  channelId: string;
  userId: string;
  /** Of the history, from 1. */
  page?: number;
  format?: ExportFormat;
}

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

/** The form of a new session, open on somebody's screen. */
export interface FormRef {
  viewId: string;
  teamId: string;
  channelId: string;
  userId: string;
  /** Of the command that opened it. */
  responseUrl?: string;
}

export interface Queue {
  /** Sends all, in one batch where they are ten or less. Throws unless all of them are in the queue. */
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
      return `reply/${job.sessionId ?? job.channelId}/${job.userId}`;
    case 'tell':
      return `tell/${job.sessionId}/${job.userId}`;
    case 'nudge':
      return `nudge/${job.sessionId}`;
    case 'home':
      return `home/${job.userId}`;
    case 'report':
      return `report/${job.channelId}/${job.userId}`;
    case 'refresh':
    case 'form':
      return `view/${job.viewId}`;
    case 'timer':
      return `timer/${job.sessionId}/${job.dueAt}`;
  }
}
