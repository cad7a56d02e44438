import { SHORTCUTS } from '../../blocks/ids.ts';
import type { Prefill } from '../../blocks/modals/new-session.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import type { Deps } from '../../src/play/deps.ts';
import { replies } from '../answer.ts';
import { openForm } from '../commands/form.ts';
import { type MessageShortcut, messageShortcut } from '../receive/message-shortcut.ts';
import { onlyOurs } from '../receive/only-ours.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** *Estimate this* in the menu of a message: the form of a new session, with that message as its story. */
export function registerEstimateThis(app: BoltApp, deps: Deps): void {
  const where = { shortcut: SHORTCUTS.estimateThis };
  const heard = onlyOurs(deps, { what: 'a shortcut', where, read: messageShortcut }, async (shortcut) => {
    const isOpen = await openForm(deps, shortcut, prefillOf(shortcut));
    const jobs = isOpen ? [] : replies(shortcut, { kind: 'windowNotOpened' });
    if (jobs.length > 0) await deps.queue.send(jobs);
  });
  app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.estimateThis }, heard);
}

/** The message as one story; a list may be several, which the form asks. */
function prefillOf({ line, items, permalink = '' }: MessageShortcut): Prefill {
  if (items.length === 0) return { stories: `${permalink} ${line}`.trim() };
  return { stories: items.slice(0, MAX_STORIES).join('\n'), isList: true };
}
