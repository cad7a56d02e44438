import type { App } from '@slack/bolt';
import { ACTIONS, CARD_ACTION } from '../blocks/ids.ts';
import type { Notice, Wish } from '../src/game/notice.ts';
import type { Refusal } from '../src/game/refusal.ts';
import type { Deps } from '../src/play/deps.ts';
import type { Job } from '../src/ports/job.ts';
import { type MessageClick, type ModalEvent, messageClick, modalEvent } from './receive/payload.ts';

/** What a listener answers: what is to be said in private, or nothing where the message itself says it. */
export type Reply = { notice: Notice } | undefined;

export const told = (notice: Notice): Reply => ({ notice });

/** A no; `wish`: what only the creator may do. */
export const refused = (refusal: Refusal, wish?: Wish): Reply =>
  told({ kind: 'refusal', refusal, ...(wish && { wish }) });

/**
 * Listens to clicks on the channel message. Every click is followed by a `changed`, even one that changed
 * nothing: it may be the repeat of one whose Lambda died before it could send that. Acknowledged only once
 * the jobs are in the queue; a throw makes Slack show that the click did not work, and people click again.
 */
export function onMessageClick(
  app: App,
  deps: Deps,
  action: string | RegExp,
  handle: (click: MessageClick) => Promise<Reply>,
): void {
  app.action(action, async ({ ack, body }) => {
    const click = messageClick(body, deps.now);
    if (!click) {
      deps.log.warn('a click that is none of ours', { action: String(action) });
      return ack();
    }
    const reply = await handle(click);
    const { sessionId, teamId, channelId, userId, responseUrl } = click;
    // An unattended message can be updated only through it, but it is that of the clicked message: of *Add why* that
    // is a private line, which must not be replaced.
    const answer = responseUrl && click.action !== ACTIONS.addWhy ? { responseUrl } : {};
    const jobs: Job[] = [{ kind: 'changed', sessionId, teamId, ...answer }];
    if (reply && responseUrl) {
      jobs.push({ kind: 'reply', sessionId, teamId, channelId, userId, responseUrl, ...reply });
    }
    await deps.queue.send(jobs);
    const refusal = reply?.notice.kind === 'refusal' ? reply.notice.refusal.code : undefined;
    if (refusal) deps.metrics.count('Refusals');
    // Not which card: that is in no log.
    const what = CARD_ACTION.test(click.action) ? 'card' : click.action;
    deps.log.info('click', {
      action: what,
      sessionId,
      teamId,
      ...(refusal && { refusal }),
    });
    return ack();
  });
}

/** What a click in a modal comes to, besides a look at what has changed: another page of it, further jobs. */
export type ModalReply = { page?: number; jobs?: readonly Job[] } | undefined;

/** Listens to clicks in a modal of a session; the modal is then brought up to date, by the queue. */
export function onModalClick(
  app: App,
  deps: Deps,
  action: string | RegExp,
  handle: (event: ModalEvent) => Promise<ModalReply>,
): void {
  app.action(action, async ({ ack, body }) => {
    const event = modalEvent(body, deps.now);
    if (!event) {
      deps.log.warn('a click in a modal that is none of ours', { action: String(action) });
      return ack();
    }
    const { page, jobs = [] } = (await handle(event)) ?? {};
    await deps.queue.send([...afterModal(event, event.viewId, page), ...jobs]);
    const { sessionId } = event.context;
    deps.log.info('click in a modal', { action: String(action), sessionId, teamId: event.actor.teamId });
    return ack();
  });
}

/** What follows a change made in a modal: the message, and the modal that goes on being shown. */
export function afterModal(event: ModalEvent, viewId: string | undefined, page = event.context.page): Job[] {
  const { context, actor, view } = event;
  const { sessionId, channelId } = context;
  const { userId, teamId } = actor;
  const changed: Job = { kind: 'changed', sessionId, teamId };
  if (viewId === undefined) return [changed];
  return [changed, { kind: 'refresh', viewId, view, sessionId, userId, teamId, channelId, page }];
}
