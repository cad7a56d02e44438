import type { App } from '@slack/bolt';
import { CARD_ACTION } from '../blocks/ids.ts';
import { refusalText } from '../blocks/replies.ts';
import type { Job } from '../src/queue/queue.ts';
import type { Refusal } from '../src/session/refusal.ts';
import type { PrivateLine } from '../src/slack/chat.ts';
import type { Deps } from './deps.ts';
import { type MessageClick, type ModalEvent, messageClick, modalEvent } from './payload.ts';

/** What a listener answers: a private line, or nothing where the message itself says it. */
export type Reply = { line: PrivateLine; refusal?: Refusal['code'] } | undefined;

/** A plain line; nothing for nothing. */
export function told(line: PrivateLine | string | undefined): Reply {
  if (line === undefined) return undefined;
  return { line: typeof line === 'string' ? { text: line } : line };
}

/** A no; `wish` completes "Only @Ada can …". */
export function refused(refusal: Refusal, wish?: string): Reply {
  return { line: { text: refusalText(refusal, wish) }, refusal: refusal.code };
}

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
    const { sessionId, teamId, userId, responseUrl } = click;
    const jobs: Job[] = [{ kind: 'changed', sessionId, teamId }];
    if (reply && responseUrl) {
      jobs.push({ kind: 'reply', sessionId, teamId, userId, responseUrl, ...reply.line });
    }
    await deps.queue.send(jobs);
    if (reply?.refusal) deps.metrics.count('Refusals');
    // Not which card: that is in no log.
    const what = CARD_ACTION.test(click.action) ? 'card' : click.action;
    deps.log.info('click', {
      action: what,
      sessionId,
      teamId,
      ...(reply?.refusal && { refusal: reply.refusal }),
    });
    return ack();
  });
}

/** Listens to clicks in a modal of a session; the modal is then brought up to date, by the queue. */
export function onModalClick(
  app: App,
  deps: Deps,
  action: string | RegExp,
  handle: (event: ModalEvent) => Promise<{ page: number } | undefined>,
): void {
  app.action(action, async ({ ack, body }) => {
    const event = modalEvent(body, deps.now);
    if (!event) {
      deps.log.warn('a click in a modal that is none of ours', { action: String(action) });
      return ack();
    }
    const turned = await handle(event);
    await deps.queue.send(afterModal(event, event.viewId, turned?.page));
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
