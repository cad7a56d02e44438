import { ACTIONS, CARD_ACTION } from '../blocks/ids.ts';
import type { Deps } from '../src/play/deps.ts';
import type { Job } from '../src/ports/job.ts';
import { type Answer, countRefusal, type ModalAnswer, reply } from './answer.ts';
import { type MessageClick, messageClick } from './receive/click.ts';
import type { Memory, Remembered } from './receive/metadata.ts';
import { type ModalEvent, modalEvent } from './receive/modal-event.ts';
import type { BoltApp } from './receive/receiver.ts';

/**
 * Listens to clicks on the channel message. Every click is followed by a `changed`, even one that changed
 * nothing: it may be the repeat of one whose Lambda died before it could send that. Acknowledged only once
 * the jobs are in the queue; a throw makes Slack show that the click did not work, and people click again.
 */
export function onMessageClick(
  app: BoltApp,
  deps: Deps,
  action: string | RegExp,
  handle: (click: MessageClick) => Promise<Answer>,
): void {
  app.action(action, async ({ ack, context }) => {
    const click = messageClick(context.payload, deps.now);
    if (!click) {
      deps.log.warn('a click that is none of ours', { action: String(action) });
      return ack();
    }
    const answer = await handle(click);
    const { sessionId, teamId, responseUrl } = click;
    // An unattended message can be updated only through it, but it is that of the clicked message: of *Add why* that
    // is a private line, which must not be replaced.
    const through = responseUrl && click.action !== ACTIONS.addWhy ? { responseUrl } : {};
    await deps.queue.send([
      { kind: 'changed', sessionId, teamId, ...through },
      ...reply(click, answer.notice),
    ]);
    // Not which card: that is in no log.
    const what = CARD_ACTION.test(click.action) ? 'card' : click.action;
    deps.log.info('click', { action: what, sessionId, teamId, ...countRefusal(deps, answer) });
    return ack();
  });
}

/** Listens to clicks in a modal of a session; the modal is then brought up to date, by the queue. */
export function onModalClick(
  app: BoltApp,
  deps: Deps,
  action: string | RegExp,
  /** `page`: the page of it that is to be shown now. */
  handle: (event: ModalEvent<'session'>) => Promise<ModalAnswer & { page?: number }>,
): void {
  app.action(action, async ({ ack, context }) => {
    const event = modalEvent(context.payload, 'session', deps.now);
    if (!event) {
      deps.log.warn('a click in a modal that is none of ours', { action: String(action) });
      return ack();
    }
    const answer = await handle(event);
    const { page, jobs = [] } = answer;
    await deps.queue.send([...afterModal(event, event.viewId, page), ...jobs]);
    const { sessionId } = event.context;
    const { teamId } = event.actor;
    deps.log.info('click in a modal', {
      action: String(action),
      sessionId,
      teamId,
      ...countRefusal(deps, answer),
    });
    return ack();
  });
}

/** Listens to a modal that is saved. What is wrong with it is said beside its field, and nothing typed is lost. */
export function onSubmit<M extends Memory>(
  app: BoltApp,
  deps: Deps,
  view: string,
  /** What such a modal remembers. */
  memory: M,
  /** `errors`: by block_id. */
  handle: (event: ModalEvent<M>) => Promise<ModalAnswer & { errors?: Record<string, string> }>,
): void {
  app.view({ callback_id: view, type: 'view_submission' }, async ({ ack, context }) => {
    const event = modalEvent(context.payload, memory, deps.now);
    if (!event) {
      deps.log.warn('a view that is none of ours', { view });
      return ack();
    }
    const answer = await handle(event);
    const { errors, jobs = [] } = answer;
    if (jobs.length > 0) await deps.queue.send(jobs);
    const { teamId } = event.actor;
    const remembered: Remembered<Memory> = event.context;
    const sessionId = 'sessionId' in remembered ? remembered.sessionId : undefined;
    deps.log.info('form', { view, sessionId, teamId, isSaved: !errors, ...countRefusal(deps, answer) });
    return errors ? ack({ response_action: 'errors', errors }) : ack();
  });
}

/** What follows a change made in a modal: the message, and the modal that goes on being shown. */
export function afterModal(
  { context, actor, view }: ModalEvent<'session' | 'story'>,
  viewId: string | undefined,
  page = context.page,
): Job[] {
  const { sessionId, channelId } = context;
  const { userId, teamId } = actor;
  const changed: Job = { kind: 'changed', sessionId, teamId };
  if (viewId === undefined) return [changed];
  return [changed, { kind: 'refresh', viewId, view, sessionId, userId, teamId, channelId, page }];
}
