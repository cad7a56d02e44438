import type { App } from '@slack/bolt';
import { SHORTCUTS } from '../../blocks/ids.ts';
import type { Deps } from '../../src/play/deps.ts';
import { openForm } from '../commands/form.ts';
import { messageShortcut } from '../receive/message.ts';

/** *Estimate this* in the menu of a message: the form of a new session, with that message as its story. */
export function registerEstimateThis(app: App, deps: Deps): void {
  const { queue, log } = deps;
  app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.estimateThis }, async ({ ack, body }) => {
    const shortcut = messageShortcut(body);
    if (!shortcut) {
      log.warn('a shortcut that is none of ours', { shortcut: SHORTCUTS.estimateThis });
      return ack();
    }
    const { line, permalink = '', triggerId: _, ...place } = shortcut;
    const isShut = await openForm(deps, shortcut, { stories: `${permalink} ${line}`.trim() });
    if (isShut && place.responseUrl) {
      await queue.send([{ kind: 'reply', ...place, notice: { kind: 'windowNotOpened' } }]);
    }
    return ack();
  });
}
