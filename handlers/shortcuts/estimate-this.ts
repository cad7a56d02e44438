import { SHORTCUTS } from '../../blocks/ids.ts';
import type { Deps } from '../../src/play/deps.ts';
import { replies } from '../answer.ts';
import { openForm } from '../commands/form.ts';
import { messageShortcut } from '../receive/message-shortcut.ts';
import { onlyOurs } from '../receive/only-ours.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** *Estimate this* in the menu of a message: the form of a new session, with that message as its story. */
export function registerEstimateThis(app: BoltApp, deps: Deps): void {
  const where = { shortcut: SHORTCUTS.estimateThis };
  const heard = onlyOurs(deps, { what: 'a shortcut', where, read: messageShortcut }, async (shortcut) => {
    const { line, permalink = '' } = shortcut;
    const isOpen = await openForm(deps, shortcut, { stories: `${permalink} ${line}`.trim() });
    const jobs = isOpen ? [] : replies(shortcut, { kind: 'windowNotOpened' });
    if (jobs.length > 0) await deps.queue.send(jobs);
  });
  app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.estimateThis }, heard);
}
