import { SHORTCUTS } from '../../blocks/ids.ts';
import type { Deps } from '../../src/play/deps.ts';
import { reply } from '../answer.ts';
import { openForm } from '../commands/form.ts';
import { messageShortcut } from '../receive/message-shortcut.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** *Estimate this* in the menu of a message: the form of a new session, with that message as its story. */
export function registerEstimateThis(app: BoltApp, deps: Deps): void {
  const { queue, log } = deps;
  app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.estimateThis }, async ({ ack, context }) => {
    const shortcut = messageShortcut(context.payload);
    if (!shortcut) {
      log.warn('a shortcut that is none of ours', { shortcut: SHORTCUTS.estimateThis });
      return ack();
    }
    const { line, permalink = '' } = shortcut;
    const isOpen = await openForm(deps, shortcut, { stories: `${permalink} ${line}`.trim() });
    const jobs = isOpen ? [] : reply(shortcut, { kind: 'windowNotOpened' });
    if (jobs.length > 0) await queue.send(jobs);
    return ack();
  });
}
