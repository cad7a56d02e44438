import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { ACTIONS, VIEWS } from '../../blocks/ids.ts';
import { settingsModal } from '../../blocks/modals/settings.ts';
import type { Notice } from '../../src/game/notice.ts';
import { readSettings, type TypedSettings } from '../../src/game/read-settings.ts';
import { OPTION_NAMES, type Options } from '../../src/game/settings.ts';
import type { Deps } from '../../src/play/deps.ts';
import { failureText } from '../../src/ports/chat.ts';
import { wordsFor } from '../reader.ts';
import {
  type ChannelEvent,
  channelEvent,
  chosenIn,
  saidBeside,
  tickedIn,
  typedIn,
} from '../receive/inputs.ts';
import { isObject } from '../receive/request.ts';
import { isSlackId } from '../receive/slack-id.ts';

type Place = Pick<ChannelEvent, 'teamId' | 'channelId' | 'userId' | 'triggerId'> & {
  /** Of the command that opened the form below, which is drawn afresh with it. */
  responseUrl?: string;
};

/** `/groom settings`. Answers with what to tell if the window did not open. */
export async function openSettings(deps: Deps, place: Place): Promise<Notice | undefined> {
  const opened = await deps.chats
    .for(place.teamId)
    .openView(place.triggerId, await settingsView(deps, place));
  if (opened.ok) return undefined;
  deps.log.warn('settings not opened', { teamId: place.teamId, reason: failureText(opened.failure) });
  return { kind: 'windowNotOpened' };
}

/** *Channel settings…* on the form of a new session, and what is saved there. */
export function registerSettings(app: App, deps: Deps): void {
  const { directory, chats, queue, log } = deps;
  app.action(ACTIONS.settings, async ({ ack, body }) => {
    const event = channelEvent(body);
    if (!event) {
      log.warn('a click in a modal that is none of ours', { action: ACTIONS.settings });
      return ack();
    }
    const { teamId, triggerId } = event;
    const pushed = await chats.for(teamId).pushView(triggerId, await settingsView(deps, event));
    if (!pushed.ok) log.warn('settings not opened', { teamId, reason: failureText(pushed.failure) });
    return ack();
  });
  app.view({ callback_id: VIEWS.settings, type: 'view_submission' }, async ({ ack, body }) => {
    const event = channelEvent(body);
    if (!event) {
      log.warn('a view that is none of ours', { view: VIEWS.settings });
      return ack();
    }
    const { teamId, channelId } = event;
    const [before, t] = await Promise.all([directory.settings(event), wordsFor(deps, event)]);
    const read = readSettings(typedSettings(body), before);
    if ('problems' in read) return ack(saidBeside(read.problems, t));
    await directory.saveSettings({ teamId, channelId }, read.settings);
    const viewId = previousView(body);
    if (viewId) await queue.send([{ kind: 'form', viewId, ...formOf(event) }]);
    log.info('settings saved', { teamId });
    return ack();
  });
}

const formOf = ({ teamId, channelId, userId, responseUrl }: ChannelEvent) => ({
  teamId,
  channelId,
  userId,
  ...(responseUrl && { responseUrl }),
});

/** The form of a new session, where the settings were opened from there. */
function previousView(body: unknown): string | undefined {
  const view = isObject(body) && isObject(body.view) ? body.view.previous_view_id : undefined;
  return isSlackId(view) ? view : undefined;
}

async function settingsView(deps: Deps, place: Place): Promise<ModalView> {
  const [settings, t] = await Promise.all([deps.directory.settings(place), wordsFor(deps, place)]);
  const { channelId, responseUrl } = place;
  return settingsModal(t, { channelId, ...(responseUrl && { responseUrl }) }, settings);
}

function typedSettings(body: unknown): TypedSettings {
  const ticked = tickedIn(body, 'options');
  const options = Object.fromEntries(OPTION_NAMES.map((name) => [name, ticked.includes(name)]));
  return {
    deck: chosenIn(body, 'deck'),
    decks: typedIn(body, 'decks'),
    options: options as Record<keyof Options, boolean>,
    timeLimit: typedIn(body, 'timeLimit'),
    language: chosenIn(body, 'language'),
    timeZone: typedIn(body, 'timeZone'),
    pattern: typedIn(body, 'pattern'),
    url: typedIn(body, 'url'),
  };
}
