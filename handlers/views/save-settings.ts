import { VIEWS } from '../../blocks/ids.ts';
import { type Deck, uncountedCards } from '../../src/game/deck/deck.ts';
import { readSettings, type TypedSettings } from '../../src/game/read-settings.ts';
import { type ChannelSettings, OPTION_NAMES, type Options } from '../../src/game/settings.ts';
import type { Deps } from '../../src/play/deps.ts';
import type { FreshField, Job } from '../../src/ports/job.ts';
import type { Millis } from '../../src/time.ts';
import { replies } from '../answer.ts';
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
    if ('problems' in read) return { errors: saidBeside(event.form, read.problems, t) };
    const { teamId, channelId } = where;
    await directory.saveSettings({ teamId, channelId }, read.settings);
    const cards = [...new Set(newDecks(read.settings, before).flatMap(uncountedCards))];
    const notice = { kind: 'settingsSaved', ...(cards.length > 0 && { cards }) } as const;
    const fresh = changedFields(before, read.settings);
    return { jobs: [...redrawn(where, event.previousViewId, fresh, deps.now()), ...replies(where, notice)] };
  });
}

/** The form of a new session, where the settings were opened from there. */
function redrawn(
  { teamId, channelId, userId, responseUrl }: Interaction,
  viewId: string | undefined,
  fields: readonly FreshField[],
  at: Millis,
): Job[] {
  if (viewId === undefined) return [];
  const fresh = fields.length > 0 ? { fresh: { fields: [...fields], mark: at.toString(36) } } : {};
  return [{ kind: 'form', viewId, teamId, channelId, userId, ...(responseUrl && { responseUrl }), ...fresh }];
}

/** What was changed here is what they want now, whatever stands in the form below. */
function changedFields(
  before: ChannelSettings,
  { deck, timeLimit, ...after }: ChannelSettings,
): FreshField[] {
  const isOther = OPTION_NAMES.some((name) => before[name] !== after[name]);
  return [
    ...(deckText(deck) === deckText(before.deck) ? [] : (['deck'] as const)),
    ...(timeLimit === before.timeLimit ? [] : (['until'] as const)),
    ...(isOther ? (['options'] as const) : []),
  ];
}

const deckText = ({ name, title = '', cards }: Deck): string => [name, title, ...cards].join();

/** The channel's own decks that were not there before, as they are. */
function newDecks({ decks }: ChannelSettings, before: ChannelSettings): Deck[] {
  const all = decks.map((deck): Deck => ({ name: 'custom', ...deck }));
  const known = new Set(before.decks.map((deck) => deckText({ name: 'custom', ...deck })));
  return all.filter((deck) => !known.has(deckText(deck)));
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
