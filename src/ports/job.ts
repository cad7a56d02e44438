import {
  array,
  custom,
  exactOptional,
  type InferOutput,
  literal,
  number,
  object,
  parseJson,
  picklist,
  pipe,
  safeParse,
  string,
  variant,
} from 'valibot';
import type { News, Notice } from '../game/notice.ts';

/**
 * What handlers leave for the publisher. Each kind has a schema, and its type is derived from that. What a schema
 * doesn't name is ignored: during a deployment older and newer functions read each other's jobs. So what a job must
 * hold may grow only in two steps: at first the new field is optional.
 */

const REPORTS = ['mine', 'history', 'export'] as const;
const EXPORT_FORMATS = ['csv', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const SESSION_VIEWS = ['people', 'manage'] as const;

const FRESH_FIELDS = ['deck', 'until', 'options'] as const;
export type FreshField = (typeof FRESH_FIELDS)[number];

const TRIALS = ['post', 'updates', 'deleted'] as const;

const somebody = { teamId: string(), channelId: string(), userId: string() };

/** What a job about a session says. The log names the team even if the session can't be read. */
const ofSession = { sessionId: string(), teamId: exactOptional(string()) };

/**
 * This session may have changed: nothing more is said, so that doubled or reordered jobs are harmless. The click's
 * response_url comes along for messages that can be updated in no other way.
 */
const changed = object({
  kind: literal('changed'),
  ...ofSession,
  responseUrl: exactOptional(string()),
  /** The click that it belongs to: on which message, and when, as Slack says. */
  click: exactOptional(object({ messageTs: string(), at: string() })),
  /** How often in a row it has thrown before. */
  tries: exactOptional(number()),
});

/**
 * Whether it may be a notice. In whose words is decided where it is told, and so is whether there are any: what a newer
 * version says makes the wording throw `NotUnderstood`.
 */
const isNotice = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** Something to be told to somebody in private, through their own click's response_url. */
const reply = object({
  kind: literal('reply'),
  ...somebody,
  sessionId: exactOptional(string()),
  responseUrl: string(),
  notice: custom<Notice>(isNotice),
  /** In place of the private line whose button they have clicked. */
  replaces: exactOptional(literal(true)),
});

/** The same without a click: in the app's conversation with them, or in the channel, for their eyes only. */
const tell = object({
  kind: literal('tell'),
  ...somebody,
  sessionId: string(),
  via: picklist(['dm', 'channel']),
  notice: custom<News>(isNotice),
});

/** Voters who have not voted are to be reminded. */
const nudge = object({ kind: literal('nudge'), ...ofSession });

/** A modal of a session that somebody has open may show an older state. */
const refresh = object({
  kind: literal('refresh'),
  ...somebody,
  sessionId: string(),
  viewId: string(),
  view: picklist(SESSION_VIEWS),
  /** Which page of *People…* is open, counted from 0. */
  page: number(),
});

/** The form of a new session is open below the settings of its channel, which have changed. */
const form = object({
  kind: literal('form'),
  ...somebody,
  viewId: string(),
  /** That of the command that opened it. */
  responseUrl: exactOptional(string()),
  /** Fields that are drawn anew, so that Slack does not keep what stood there; `mark` makes them others than before. */
  fresh: exactOptional(object({ fields: array(picklist(FRESH_FIELDS)), mark: string() })),
});

/** Somebody looks at the app's home. */
const home = object({ kind: literal('home'), teamId: string(), userId: string() });

/** Somebody asked for a list that takes some reading. */
const report = object({
  kind: literal('report'),
  ...somebody,
  responseUrl: string(),
  report: picklist(REPORTS),
  /** Which page of the history, counted from 1. */
  page: exactOptional(number()),
  format: exactOptional(picklist(EXPORT_FORMATS)),
});

/** Forwards a `changed` at its time (ms since the epoch). */
const timer = object({
  kind: literal('timer'),
  ...ofSession,
  dueAt: number(),
  tries: exactOptional(number()),
});

/** An operator tries something with a message that is there for it, and hears how that went. */
const doctor = object({
  kind: literal('doctor'),
  ...somebody,
  trial: picklist(TRIALS),
  responseUrl: string(),
  /** The message that was clicked; '' before it is posted. */
  messageTs: string(),
});

/** Slack says that the app was removed, or a token revoked. */
const uninstalled = object({ kind: literal('uninstalled'), teamId: string() });

const JOB = variant('kind', [
  changed,
  reply,
  tell,
  nudge,
  refresh,
  form,
  home,
  report,
  timer,
  doctor,
  uninstalled,
]);
const BODY = pipe(string(), parseJson(), JOB);

export type Job = InferOutput<typeof JOB>;

export type JobOf<Kind extends Job['kind']> = Extract<Job, { kind: Kind }>;

/** A modal of a session that is open on somebody's screen, and what it shows. */
export type ViewRef = Omit<JobOf<'refresh'>, 'kind'>;

/** Which list, and for whom. */
export type ReportRef = Omit<JobOf<'report'>, 'kind' | 'responseUrl'>;

/** The job in a message's body, or `undefined` if this version doesn't understand it. */
export function parseJob(body: string): Job | undefined {
  const parsed = safeParse(BODY, body);
  return parsed.success ? parsed.output : undefined;
}

/** Whose it is, as log fields. */
export const ownerOf = (job: Job) => ({
  ...('sessionId' in job && job.sessionId && { sessionId: job.sessionId }),
  ...(job.teamId && { teamId: job.teamId }),
});

/**
 * Lists take some reading, and files Slack's time: exports come one after the other, lists of everybody in two lanes, so
 * that most publishers are always free for the messages.
 */
function laneOf({ report, userId }: JobOf<'report'>): string {
  return report === 'export' ? 'exports' : `lists ${(userId.codePointAt(userId.length - 1) ?? 0) % 2}`;
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
      return `report/${laneOf(job)}`;
    case 'refresh':
    case 'form':
      return `view/${job.viewId}`;
    case 'doctor':
      return `doctor/${job.channelId}`;
    case 'uninstalled':
      return `team/${job.teamId}`;
    case 'timer':
      return `timer/${job.sessionId}/${job.dueAt}`;
  }
}
