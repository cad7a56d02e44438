import type { ModalView } from '@slack/types';
import { ACTIONS } from '../../blocks/ids.ts';
import { settingsModal } from '../../blocks/modals/channel-settings.ts';
import type { Deps } from '../../src/play/deps.ts';
import { openModal } from '../open-modal.ts';
import { type Interaction, inChannel } from '../receive/interaction.ts';
import { modalEvent } from '../receive/modal-event.ts';
import { onlyOurs } from '../receive/only-ours.ts';
import type { BoltApp } from '../receive/receiver.ts';
import type { Payload } from '../receive/schemas.ts';
import { wordsFor } from '../words-for.ts';

/** *Channel settings…* on the form of a new session. */
export function registerOpenSettings(app: BoltApp, deps: Deps): void {
  const expected = {
    what: 'a click in a modal',
    where: { action: ACTIONS.settings },
    read: (payload: Payload) => modalEvent(payload, 'channel', deps.now),
  };
  const heard = onlyOurs(deps, expected, async (event) => {
    const where = inChannel(event);
    await openModal(deps, where, await settingsView(deps, where), 'push');
  });
  app.action(ACTIONS.settings, heard);
}

/** `/groom settings`. `false` if Slack has not opened the window. */
export async function openSettings(deps: Deps, where: Interaction): Promise<boolean> {
  return openModal(deps, where, await settingsView(deps, where));
}

async function settingsView(deps: Deps, where: Interaction): Promise<ModalView> {
  const [settings, t] = await Promise.all([deps.directory.settings(where), wordsFor(deps, where)]);
  const { teamId, channelId, responseUrl } = where;
  return settingsModal(t, { teamId, channelId, responseUrl }, settings);
}
