import type { Job } from '../../src/queue/queue.ts';
import { failureText, isTerminal } from '../../src/slack/chat.ts';
import type { Millis } from '../../src/time.ts';
import { sessionView } from '../session-views.ts';
import type { JobDeps } from './deps.ts';
import { ownerOf } from './owner.ts';

/** Draws an open modal afresh. One that has been closed meanwhile is nothing to worry about. */
export async function refresh(
  deps: JobDeps,
  job: Extract<Job, { kind: 'refresh' }>,
): Promise<Millis | undefined> {
  const { chat, log } = deps;
  const updated = await chat.updateView(job.viewId, await sessionView(deps, job));
  if (updated.ok) return undefined;
  const { failure } = updated;
  if (failure.kind === 'rate_limited') return failure.retryAfter;
  const level =
    failure.kind === 'refused' && (failure.error === 'not_found' || isTerminal(failure)) ? 'info' : 'warn';
  log[level]('modal not refreshed', { ...ownerOf(job), reason: failureText(failure) });
  return undefined;
}
