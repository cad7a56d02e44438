import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { FORM_OPTIONS } from '../../blocks/modals/new-session.ts';
import { plainNotice } from '../../blocks/private/notices.ts';
import { parseUntil } from '../../src/game/clock/until.ts';
import { deckNamed, parseDeck } from '../../src/game/deck/custom-deck.ts';
import type { Wishes } from '../../src/game/plan.ts';
import { isProblem, type Problem } from '../../src/game/problem.ts';
import type { ChannelSettings } from '../../src/game/settings.ts';
import { problemWith } from '../../src/game/story/problem-with.ts';
import { type NewStory, parseStories } from '../../src/game/story/story-line.ts';
import type { Deps } from '../../src/play/deps.ts';
import { startSession } from '../../src/play/start-session.ts';
import { replies } from '../answer.ts';
import { onSubmit } from '../listeners.ts';
import { longTitleIn } from '../long-title.ts';
import { chosenIn, saidBeside, tickedIn, typedIn } from '../receive/inputs.ts';
import { inChannel } from '../receive/interaction.ts';
import type { Form } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { wordsFor } from '../words-for.ts';

/** The form of `/groom`. What is wrong with it is said beside the field, and nothing typed is lost. */
export function registerNewSession(app: BoltApp, deps: Deps): void {
  onSubmit(app, deps, VIEWS.newSession, 'channel', async (event) => {
    const where = inChannel(event);
    const [settings, t] = await Promise.all([deps.directory.settings(where), wordsFor(deps, where)]);
    const read = readForm(event.form, settings);
    if ('problems' in read) return { errors: saidBeside(event.form, read.problems, t) };
    const started = await startSession(deps, { ...where, request: event.viewId, settings, ...read });
    if (!started.posted) {
      const field = started.notice.kind === 'problem' ? INPUTS.until : INPUTS.stories;
      return { errors: { [field]: plainNotice(started.notice, t) } };
    }
    return { jobs: replies(where, started.notice ?? longTitleIn(read.stories)) };
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
  const deck = cards === '' ? deckNamed(chosenIn(form, 'deck'), decks) : parseDeck(cards);
  const typedUntil = typedIn(form, 'until').trim();
  const until = typedUntil === '' ? 'none' : parseUntil(typedUntil);
  if (problem || isProblem(deck) || isProblem(until)) {
    const problems = {
      ...(problem && { stories: problem }),
      ...(isProblem(deck) && { [cards === '' ? 'deck' : 'cards']: deck }),
      ...(isProblem(until) && { until }),
    };
    return { problems };
  }
  const ticked = tickedIn(form, 'options');
  const options = Object.fromEntries(FORM_OPTIONS.map((name) => [name, ticked.includes(name)]));
  return { stories, wishes: { ...options, deck, until } };
}
