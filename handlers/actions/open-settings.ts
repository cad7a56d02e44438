import type { ModalView } from '@slack/types';
import { ACTIONS } from '../../blocks/ids.ts';
import { settingsModal } from '../../blocks/modals/channel-settings.ts';
import type { Deps } from '../../src/play/deps.ts';
import { openModal } from '../open-modal.ts';
import { wordsFor } from '../reader.ts';
import { type Interaction, inChannel } from '../receive/interaction.ts';
import { modalEvent } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** *Channel settings…* on the form of a new session. */
export function registerOpenSettings(app: BoltApp, deps: Deps): void {
  app.action(ACTIONS.settings, async ({ ack, context }) => {
    const event = modalEvent(context.payload, 'channel', deps.now);
    if (!event) {
      deps.log.warn('a click in a modal that is none of ours', { action: ACTIONS.settings });
      return ack();
    }
    const where = inChannel(event);
    await openModal(deps, where, await settingsView(deps, where), 'push');
    return ack();
  });
}

/** `/groom settings`. `false` if Slack has not opened the window. */
export async function openSettings(deps: Deps, where: Interaction): Promise<boolean> {
  return openModal(deps, where, await settingsView(deps, where));
}

async function settingsView(deps: Deps, where: Interaction): Promise<ModalView> {
  const [settings, t] = await Promise.all([deps.directory.settings(where), wordsFor(deps, where)]);
  const { channelId, responseUrl } = where;
  return settingsModal(t, { channelId, responseUrl }, settings);
}
