import type { ModalView } from '@slack/types';
import { ACTIONS, VIEWS } from '../../blocks/ids.ts';
import { settingsModal } from '../../blocks/modals/settings.ts';
import { readSettings, type TypedSettings } from '../../src/game/read-settings.ts';
import { OPTION_NAMES, type Options } from '../../src/game/settings.ts';
import type { Deps } from '../../src/play/deps.ts';
import type { Job } from '../../src/ports/job.ts';
import { onSubmit } from '../listeners.ts';
import { openModal } from '../open-modal.ts';
import { wordsFor } from '../reader.ts';
import { chosenIn, saidBeside, tickedIn, typedIn } from '../receive/inputs.ts';
import { type Interaction, inChannel } from '../receive/interaction.ts';
import { type Form, modalEvent } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** `/groom settings`. `false` if Slack has not opened the window. */
export async function openSettings(deps: Deps, where: Interaction): Promise<boolean> {
  return openModal(deps, where, await settingsView(deps, where));
}

/** *Channel settings…* on the form of a new session, and what is saved there. */
export function registerSettings(app: BoltApp, deps: Deps): void {
  const { directory, log, now } = deps;
  app.action(ACTIONS.settings, async ({ ack, context }) => {
    const event = modalEvent(context.payload, 'channel', now);
    if (!event) {
      log.warn('a click in a modal that is none of ours', { action: ACTIONS.settings });
      return ack();
    }
    const where = inChannel(event);
    await openModal(deps, where, await settingsView(deps, where), 'push');
    return ack();
  });
  onSubmit(app, deps, VIEWS.settings, 'channel', async (event) => {
    const where = inChannel(event);
    const [before, t] = await Promise.all([directory.settings(where), wordsFor(deps, where)]);
    const read = readSettings(typedSettings(event.form), before);
    if ('problems' in read) return { errors: saidBeside(read.problems, t) };
    const { teamId, channelId } = where;
    await directory.saveSettings({ teamId, channelId }, read.settings);
    return { jobs: redrawn(where, event.previousViewId) };
  });
}

/** The form of a new session, where the settings were opened from there. */
function redrawn({ teamId, channelId, userId, responseUrl }: Interaction, viewId: string | undefined): Job[] {
  if (viewId === undefined) return [];
  return [{ kind: 'form', viewId, teamId, channelId, userId, ...(responseUrl && { responseUrl }) }];
}

async function settingsView(deps: Deps, where: Interaction): Promise<ModalView> {
  const [settings, t] = await Promise.all([deps.directory.settings(where), wordsFor(deps, where)]);
  const { channelId, responseUrl } = where;
  return settingsModal(t, { channelId, ...(responseUrl && { responseUrl }) }, settings);
}

function typedSettings(form: Form): TypedSettings {
  const ticked = tickedIn(form, 'options');
  const options = Object.fromEntries(OPTION_NAMES.map((name) => [name, ticked.includes(name)]));
  return {
    deck: chosenIn(form, 'deck'),
    decks: typedIn(form, 'decks'),
    options: options as Record<keyof Options, boolean>,
    timeLimit: typedIn(form, 'timeLimit'),
    language: chosenIn(form, 'language'),
    timeZone: typedIn(form, 'timeZone'),
    pattern: typedIn(form, 'pattern'),
    url: typedIn(form, 'url'),
  };
}
