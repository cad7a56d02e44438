import type { ModalView } from '@slack/types';
import type { Deps } from '../src/play/deps.ts';
import { failureText } from '../src/ports/chat.ts';

interface Trigger {
  triggerId: string;
  teamId: string;
  sessionId?: string;
}

/**
 * Opens a modal, or pushes it on top of the one in which the trigger was pulled. Before the ack, because a trigger
 * lives for three seconds only. `false`, and a line in the log, if Slack has not opened it.
 * https://docs.slack.dev/surfaces/modals
 */
export async function openModal(
  { chats, log }: Pick<Deps, 'chats' | 'log'>,
  { triggerId, teamId, sessionId }: Trigger,
  modal: ModalView,
  how: 'open' | 'push' = 'open',
): Promise<boolean> {
  const chat = chats.for(teamId);
  const opened = await (how === 'open' ? chat.openView(triggerId, modal) : chat.pushView(triggerId, modal));
  if (opened.ok) return true;
  const reason = failureText(opened.failure);
  log.warn('modal not opened', { modal: modal.callback_id, sessionId, teamId, reason });
  return false;
}
