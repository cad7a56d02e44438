import type { ModalView } from '@slack/types';
import { newSessionModal } from '../../blocks/modals/new-session.ts';
import { failureText } from '../../src/ports/chat.ts';
import { type JobOf, ownerOf } from '../../src/ports/job.ts';
import { done, type Verdict } from '../../src/ports/queue.ts';
import { sessionView } from '../session-views.ts';
import { wordsFor } from '../words-for.ts';
import type { JobDeps } from './deps.ts';
import { orLater } from './or-later.ts';

/** Draws an open modal afresh. One that has been closed meanwhile is nothing to worry about. */
export async function refresh(deps: JobDeps, job: JobOf<'refresh'>): Promise<Verdict> {
  const { modal } = await sessionView(deps, job);
  return redraw(deps, job, modal);
}

/** The same for the form of a new session, with what the channel has now. Fields that remain keep what was typed. */
export async function refreshForm(deps: JobDeps, job: JobOf<'form'>): Promise<Verdict> {
  const { teamId, channelId, responseUrl } = job;
  const [settings, t] = await Promise.all([deps.directory.settings(job), wordsFor(deps, job)]);
  const context = { teamId, channelId, ...(responseUrl && { responseUrl }) };
  return redraw(deps, job, newSessionModal(t, context, settings, job.fresh ? { fresh: job.fresh } : {}));
}

async function redraw(deps: JobDeps, job: JobOf<'refresh' | 'form'>, view: ModalView): Promise<Verdict> {
  const updated = await deps.chats.for(job.teamId).updateView(job.viewId, view);
  return orLater(updated, (failure) => {
    deps.log[failure.error === 'not_found' ? 'info' : 'warn']('modal not refreshed', {
      ...ownerOf(job),
      reason: failureText(failure),
    });
    return done;
  });
}
