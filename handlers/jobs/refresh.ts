import type { ModalView } from '@slack/types';
import { newSessionModal } from '../../blocks/modals/new-session.ts';
import { failureText, isTerminal } from '../../src/ports/chat.ts';
import type { Job } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { wordsFor } from '../reader.ts';
import { sessionView } from '../session-views.ts';
import { type JobDeps, ownerOf } from './deps.ts';

/** Draws an open modal afresh. One that has been closed meanwhile is nothing to worry about. */
export async function refresh(
  deps: JobDeps,
  job: Extract<Job, { kind: 'refresh' }>,
): Promise<Millis | undefined> {
  return redraw(deps, job, await sessionView(deps, job));
}

/** The same for the form of a new session: it offers what the channel has now. What was typed stays, for its fields do. */
export async function refreshForm(
  deps: JobDeps,
  job: Extract<Job, { kind: 'form' }>,
): Promise<Millis | undefined> {
  const { channelId, responseUrl } = job;
  const [settings, t] = await Promise.all([deps.directory.settings(job), wordsFor(deps, job)]);
  const context = { channelId, ...(responseUrl && { responseUrl }) };
  return redraw(deps, job, newSessionModal(t, context, settings));
}

async function redraw(
  { chats, log }: JobDeps,
  job: Extract<Job, { kind: 'refresh' | 'form' }>,
  view: ModalView,
): Promise<Millis | undefined> {
  const updated = await chats.for(job.teamId).updateView(job.viewId, view);
  if (updated.ok) return undefined;
  const { failure } = updated;
  if (failure.kind === 'rate_limited') return failure.retryAfter;
  const level =
    failure.kind === 'refused' && (failure.error === 'not_found' || isTerminal(failure)) ? 'info' : 'warn';
  log[level]('modal not refreshed', { ...ownerOf(job), reason: failureText(failure) });
  return undefined;
}
