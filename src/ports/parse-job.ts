import { EXPORT_FORMATS, type Job, type JobKind, REPORTS, SESSION_VIEWS } from './queue.ts';

type Shape = Record<string, 'string' | 'number' | 'object'>;

/** What a job of each kind must hold; another one could never be handled, and would be received for ever. */
const SHAPES: Record<JobKind, Shape> = {
  changed: { sessionId: 'string' },
  reply: { userId: 'string', channelId: 'string', responseUrl: 'string', notice: 'object' },
  tell: { userId: 'string', channelId: 'string', sessionId: 'string', notice: 'object', via: 'string' },
  nudge: { sessionId: 'string' },
  refresh: {
    viewId: 'string',
    view: 'string',
    sessionId: 'string',
    userId: 'string',
    teamId: 'string',
    channelId: 'string',
    page: 'number',
  },
  form: { viewId: 'string', teamId: 'string', channelId: 'string', userId: 'string' },
  home: { teamId: 'string', userId: 'string' },
  report: {
    report: 'string',
    teamId: 'string',
    userId: 'string',
    channelId: 'string',
    responseUrl: 'string',
  },
  timer: { sessionId: 'string', dueAt: 'number' },
};

/** What is one of few words. */
const CHOICES: Record<string, readonly unknown[]> = {
  view: SESSION_VIEWS,
  report: REPORTS,
  format: EXPORT_FORMATS,
  via: ['dm', 'channel'],
};

/** The job in a message's body, or `undefined` if it is none. */
export function parseJob(body: string): Job | undefined {
  try {
    const job: unknown = JSON.parse(body);
    return isJob(job) ? job : undefined;
  } catch {
    return undefined;
  }
}

function isJob(value: unknown): value is Job {
  if (typeof value !== 'object' || value === null) return false;
  const job = value as Record<string, unknown>;
  const shape =
    typeof job.kind === 'string' && Object.hasOwn(SHAPES, job.kind) && SHAPES[job.kind as JobKind];
  if (!shape || !Object.entries(shape).every(([name, type]) => typeof job[name] === type)) return false;
  if (job.notice === null) return false;
  return Object.entries(CHOICES).every(
    ([name, known]) => job[name] === undefined || known.includes(job[name]),
  );
}
