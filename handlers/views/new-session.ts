import type { App } from '@slack/bolt';
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
import { wordsFor } from '../reader.ts';
import { channelEvent, chosenIn, saidBeside, tickedIn, typedIn } from '../receive/inputs.ts';
import { handleOf } from '../receive/payload.ts';

/** The form of `/groom`. What is wrong with it is said beside the field, and nothing typed is lost. */
export function registerNewSession(app: App, deps: Deps): void {
  app.view({ callback_id: VIEWS.newSession, type: 'view_submission' }, async ({ ack, body }) => {
    const event = channelEvent(body);
    if (!event) {
      deps.log.warn('a view that is none of ours', { view: VIEWS.newSession });
      return ack();
    }
    const [settings, t] = await Promise.all([deps.directory.settings(event), wordsFor(deps, event)]);
    const read = readForm(body, settings);
    if ('problems' in read) return ack(saidBeside(read.problems, t));
    const { triggerId: _, ...place } = event;
    const userName = handleOf(body.user.name);
    const started = await startSession(deps, { ...place, userName, settings, ...read });
    if (!started.posted) {
      const errors = { [INPUTS.stories]: plainNotice(started.notice, t) };
      return ack({ response_action: 'errors', errors });
    }
    const { notice } = started;
    if (notice && place.responseUrl) await deps.queue.send([{ kind: 'reply', ...place, notice }]);
    return ack();
  });
}

type FormProblems = Partial<Record<'stories' | 'deck' | 'cards' | 'until', Problem>>;

/** What is wanted, or all that is wrong with it. */
function readForm(
  body: unknown,
  { decks }: ChannelSettings,
): { stories: NewStory[]; wishes: Wishes } | { problems: FormProblems } {
  const stories = parseStories(typedIn(body, 'stories'));
  const problem = problemWith(stories);
  const cards = typedIn(body, 'cards').trim();
  const deck = cards === '' ? chosenDeck(chosenIn(body, 'deck'), decks) : ownDeck(cards);
  const typedUntil = typedIn(body, 'until').trim();
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
  const ticked = tickedIn(body, 'options');
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
