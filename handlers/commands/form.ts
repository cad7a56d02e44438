import { newSessionModal } from '../../blocks/modals/new-session.ts';
import type { Notice } from '../../src/game/notice.ts';
import type { Deps } from '../../src/play/deps.ts';
import { failureText } from '../../src/ports/chat.ts';
import { wordsFor } from '../reader.ts';
import type { Command } from './command.ts';

/** Who wants a form, and where the session will be. */
export type Place = Omit<Command, 'userName'>;

/**
 * `/groom` alone opens the form, before the ack: its trigger lives for three seconds only. `prefill`: what is
 * known of the stories.
 */
export async function openForm(
  deps: Deps,
  place: Place,
  prefill: { stories?: string } = {},
): Promise<Notice | undefined> {
  const { teamId, channelId, responseUrl, triggerId } = place;
  const [settings, words] = await Promise.all([deps.directory.settings(place), wordsFor(deps, place)]);
  const form = newSessionModal(words, { channelId, responseUrl }, settings, prefill);
  const opened = await deps.chats.for(teamId).openView(triggerId, form);
  if (opened.ok) return undefined;
  deps.log.warn('form not opened', { reason: failureText(opened.failure) });
  return { kind: 'formNotOpened' };
}
