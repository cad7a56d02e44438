import { newSessionModal, type Prefill } from '../../blocks/modals/new-session.ts';
import type { Deps } from '../../src/play/deps.ts';
import { openModal } from '../open-modal.ts';
import type { Interaction } from '../receive/interaction.ts';
import { wordsFor } from '../words-for.ts';

/** Opens the form of a new session. `prefill`: what is known of the stories. `false` if Slack has not opened it. */
export async function openForm(deps: Deps, where: Interaction, prefill: Prefill = {}): Promise<boolean> {
  const { teamId, channelId, responseUrl } = where;
  const [settings, t] = await Promise.all([deps.directory.settings(where), wordsFor(deps, where)]);
  return openModal(deps, where, newSessionModal(t, { teamId, channelId, responseUrl }, settings, prefill));
}
