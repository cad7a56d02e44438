import { VIEWS } from '../../blocks/ids.ts';
import { readSettings, type TypedSettings } from '../../src/game/read-settings.ts';
import { OPTION_NAMES, type Options } from '../../src/game/settings.ts';
import type { Deps } from '../../src/play/deps.ts';
import type { Job } from '../../src/ports/job.ts';
import { onSubmit } from '../listeners.ts';
import { chosenIn, saidBeside, tickedIn, typedIn } from '../receive/inputs.ts';
import { type Interaction, inChannel } from '../receive/interaction.ts';
import type { Form } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { wordsFor } from '../words-for.ts';

/** *Channel settings*, saved. */
export function registerSaveSettings(app: BoltApp, deps: Deps): void {
  const { directory } = deps;
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
