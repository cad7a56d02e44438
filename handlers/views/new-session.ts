import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { FORM_OPTIONS } from '../../blocks/modals/new-session.ts';
import { plainNotice } from '../../blocks/private/notices.ts';
import { parseUntil } from '../../src/game/clock/until.ts';
import { parseCards } from '../../src/game/deck/custom-deck.ts';
import { type Deck, findDeck } from '../../src/game/deck/deck.ts';
import type { Wishes } from '../../src/game/plan.ts';
import type { Problem } from '../../src/game/problem.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import type { ChannelSettings } from '../../src/game/settings.ts';
import { type NewStory, parseStories } from '../../src/game/story/story-line.ts';
import { isTooLong } from '../../src/game/story/title.ts';
import type { Deps } from '../../src/play/deps.ts';
import { startSession } from '../../src/play/start-session.ts';
import { reply } from '../answer.ts';
import { onSubmit } from '../listeners.ts';
import { wordsFor } from '../reader.ts';
import { chosenIn, saidBeside, tickedIn, typedIn } from '../receive/inputs.ts';
import { inChannel } from '../receive/interaction.ts';
import type { Form } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** The form of `/groom`. What is wrong with it is said beside the field, and nothing typed is lost. */
export function registerNewSession(app: BoltApp, deps: Deps): void {
  onSubmit(app, deps, VIEWS.newSession, 'channel', async (event) => {
    const { triggerId: _, ...where } = inChannel(event);
    const [settings, t] = await Promise.all([deps.directory.settings(where), wordsFor(deps, where)]);
    const read = readForm(event.form, settings);
    if ('problems' in read) return { errors: saidBeside(read.problems, t) };
    const started = await startSession(deps, { ...where, settings, ...read });
    if (!started.posted) return { errors: { [INPUTS.stories]: plainNotice(started.notice, t) } };
    return { jobs: reply(where, started.notice) };
  });
}

type FormProblems = Partial<Record<'stories' | 'deck' | 'cards' | 'until', Problem>>;

/** What is wanted, or all that is wrong with it. */
function readForm(
  form: Form,
  { decks }: ChannelSettings,
): { stories: NewStory[]; wishes: Wishes } | { problems: FormProblems } {
  const stories = parseStories(typedIn(form, 'stories'));
  const problem = problemWith(stories);
  const cards = typedIn(form, 'cards').trim();
  const deck = cards === '' ? chosenDeck(chosenIn(form, 'deck'), decks) : ownDeck(cards);
  const typedUntil = typedIn(form, 'until').trim();
  const until = typedUntil === '' ? 'none' : parseUntil(typedUntil);
  const isUntilWrong = typeof until === 'object' && 'code' in until;
  if (problem || 'code' in deck || isUntilWrong) {
    const problems = {
      ...(problem && { stories: problem }),
      ...('code' in deck && { [cards === '' ? 'deck' : 'cards']: deck }),
      ...(isUntilWrong && { until }),
    };
    return { problems };
  }
  const ticked = tickedIn(form, 'options');
  const options = Object.fromEntries(FORM_OPTIONS.map((name) => [name, ticked.includes(name)]));
  return { stories, wishes: { ...options, deck, until } };
}

/** It may have been removed from the channel's settings since the form was opened. */
function chosenDeck(name: string, decks: ChannelSettings['decks']): Deck | Problem {
  const known = decks.map(({ title }) => title);
  return findDeck(name, decks) ?? { code: 'unknown_deck', deck: name, known };
}

function ownDeck(typed: string): Deck | Problem {
  const cards = parseCards(typed);
  return 'code' in cards ? cards : { name: 'custom', cards };
}

/** The same for all forms that take stories. */
export function problemWith(stories: readonly NewStory[]): Problem | undefined {
  if (stories.length === 0) return { code: 'no_stories' };
  if (stories.length > MAX_STORIES) return { code: 'too_many_stories', given: stories.length };
  const line = stories.findIndex(({ title }) => isTooLong(title));
  return line < 0 ? undefined : { code: 'title_too_long', line: line + 1 };
}
