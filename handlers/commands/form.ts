import { newSessionModal } from '../../blocks/modals/new-session.ts';
import type { Notice } from '../../src/session/notice.ts';
import { failureText } from '../../src/slack/chat.ts';
import type { Deps } from '../deps.ts';
import { wordsFor } from '../reader.ts';
import type { Command } from './groom.ts';

/** `/groom` alone opens the form, before the ack: its trigger lives for three seconds only. */
export async function openForm(deps: Deps, command: Command): Promise<Notice | undefined> {
  const { channelId, responseUrl, triggerId } = command;
  const [settings, t] = await Promise.all([deps.directory.settings(command), wordsFor(deps, command)]);
  const opened = await deps.chat.openView(
    triggerId,
    newSessionModal({ channelId, responseUrl }, settings, t),
  );
  if (opened.ok) return undefined;
  deps.log.warn('form not opened', { reason: failureText(opened.failure) });
  return { kind: 'formNotOpened' };
}
