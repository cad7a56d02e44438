import { type Job, type JobKind, SESSION_VIEWS } from './queue.ts';

type Shape = Record<string, 'string' | 'number'>;

/** What a job of each kind must hold; another one could never be handled, and would be received for ever. */
const SHAPES: Record<JobKind, Shape> = {
  changed: { sessionId: 'string' },
  reply: { userId: 'string', responseUrl: 'string', text: 'string' },
  refresh: {
    viewId: 'string',
    view: 'string',
    sessionId: 'string',
    userId: 'string',
    teamId: 'string',
    channelId: 'string',
    page: 'number',
  },
  timer: { sessionId: 'string', dueAt: 'number' },
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
  return job.kind !== 'refresh' || (SESSION_VIEWS as readonly unknown[]).includes(job.view);
}
