import type { ViewSubmitAction } from '@slack/bolt';
import { ACTIONS, CARD_ACTION } from '../blocks/ids.ts';
import type { Deps } from '../src/play/deps.ts';
import type { Job } from '../src/ports/job.ts';
import { type Answer, countRefusal, type ModalAnswer, replies } from './answer.ts';
import { type MessageClick, messageClick } from './receive/click.ts';
import { type LineClick, lineClick } from './receive/line-click.ts';
import type { Memory, Remembered } from './receive/metadata.ts';
import { type ModalEvent, modalEvent } from './receive/modal-event.ts';
import { onlyOurs } from './receive/only-ours.ts';
import type { BoltApp } from './receive/receiver.ts';
import type { Payload } from './receive/schemas.ts';

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
  const expected = {
    what: 'a click',
    where: { action: String(action) },
    read: (payload: Payload) => messageClick(payload, deps.now),
  };
  const heard = onlyOurs(deps, expected, async (click) => {
    const answer = await handle(click);
    const { sessionId, teamId, responseUrl, messageTs, at } = click;
    // An unattended message can be updated only through it, but it is that of the clicked message: of *Add why* that
    // is a private line, which must not be replaced.
    const isOnMessage = responseUrl && click.action !== ACTIONS.addWhy;
    const through = isOnMessage ? { responseUrl, click: { messageTs, at } } : {};
    await deps.queue.send([
      { kind: 'changed', sessionId, teamId, ...through },
      ...replies(click, answer.notice),
    ]);
    // Not which card: that is in no log.
    const what = CARD_ACTION.test(click.action) ? 'card' : click.action;
    deps.log.info('click', { action: what, sessionId, teamId, ...countRefusal(deps, answer) });
  });
  app.action(action, heard);
}

/** Listens to clicks on a button of a private line. What comes of them is said in its place. */
export function onLineClick(
  app: BoltApp,
  deps: Deps,
  action: string | RegExp,
  handle: (click: LineClick) => Promise<Answer>,
): void {
  const expected = {
    what: 'a click on a private line',
    where: { action: String(action) },
    read: (payload: Payload) => lineClick(payload, deps.now),
  };
  const heard = onlyOurs(deps, expected, async (click) => {
    const answer = await handle(click);
    // In place of a message that others see it would take that away.
    const told = replies(click, answer.notice, click.isPrivate ? { replaces: true } : {});
    const jobs = [...(answer.jobs ?? []), ...told];
    if (jobs.length > 0) await deps.queue.send(jobs);
    deps.log.info('click on a private line', {
      action: String(action),
      teamId: click.teamId,
      ...countRefusal(deps, answer),
    });
  });
  app.action(action, heard);
}

/** Listens to clicks in a modal of a session; the modal is then brought up to date, by the queue. */
export function onModalClick(
  app: BoltApp,
  deps: Deps,
  action: string | RegExp,
  /** `page`: the page of it that is to be shown now. */
  handle: (event: ModalEvent<'session'>) => Promise<ModalAnswer & { page?: number }>,
): void {
  const expected = {
    what: 'a click in a modal',
    where: { action: String(action) },
    read: (payload: Payload) => modalEvent(payload, 'session', deps.now),
  };
  const heard = onlyOurs(deps, expected, async (event) => {
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
  });
  app.action(action, heard);
}

/** What a form says beside its fields, by block_id. */
type FieldErrors = { response_action: 'errors'; errors: Record<string, string> };

/** Listens to a modal that is saved. What is wrong with it is said beside its field, and nothing typed is lost. */
export function onSubmit<M extends Memory>(
  app: BoltApp,
  deps: Deps,
  view: string,
  /** What such a modal remembers. */
  memory: M,
  handle: (event: ModalEvent<M>) => Promise<ModalAnswer & Partial<Pick<FieldErrors, 'errors'>>>,
): void {
  const expected = {
    what: 'a view',
    where: { view },
    read: (payload: Payload) => modalEvent(payload, memory, deps.now),
  };
  const heard = onlyOurs<ModalEvent<M>, FieldErrors>(deps, expected, async (event) => {
    const answer = await handle(event);
    const { errors, jobs = [] } = answer;
    if (jobs.length > 0) await deps.queue.send(jobs);
    const { teamId } = event.actor;
    const remembered: Remembered<Memory> = event.context;
    const sessionId = 'sessionId' in remembered ? remembered.sessionId : undefined;
    deps.log.info('form', { view, sessionId, teamId, isSaved: !errors, ...countRefusal(deps, answer) });
    return errors && { response_action: 'errors', errors };
  });
  app.view<ViewSubmitAction>({ callback_id: view, type: 'view_submission' }, heard);
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
