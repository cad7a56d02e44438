import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { editableText } from '../../blocks/modals/edit-story.ts';
import { plainProblem } from '../../blocks/private/problems.ts';
import { plainRefusal } from '../../blocks/private/refusals.ts';
import { isRefusal, refuse } from '../../src/game/refusal.ts';
import type { Story } from '../../src/game/story/story.ts';
import { parseStory } from '../../src/game/story/story-line.ts';
import { isTooLong } from '../../src/game/story/title.ts';
import type { Deps } from '../../src/play/deps.ts';
import { renameStory } from '../../src/play/stories.ts';
import { afterModal, onSubmit } from '../listeners.ts';
import { typedIn } from '../receive/inputs.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { sessionAndWords } from '../words-for.ts';

/** *Edit story*, saved. The list below is brought up to date by the queue. */
export function registerEditStory(app: BoltApp, deps: Deps): void {
  const { store } = deps;
  onSubmit(app, deps, VIEWS.editStory, 'story', async (event) => {
    const { actor, context, form, previousViewId } = event;
    const { sessionId, story: number } = context;
    const [session, t] = await sessionAndWords(deps, sessionId, actor);
    const typed = parseStory(typedIn(form, 'title'));
    if (!typed) return beside(plainProblem({ code: 'no_title' }, t));
    if (isTooLong(typed.title)) return beside(plainProblem({ code: 'title_too_long' }, t));
    const edited = { number, ...keptLink(await store.story(sessionId, number)), ...typed };
    const renamed = isRefusal(session) ? refuse(session) : await renameStory(store, session, actor, edited);
    if (renamed.kind === 'refusal') {
      return { refusal: renamed.refusal, ...beside(plainRefusal(renamed.refusal, t)) };
    }
    return { jobs: afterModal(event, previousViewId) };
  });
}

const beside = (text: string) => ({ errors: { [INPUTS.title]: text } });

/** The link of a story whose field had no room for it: whoever has not seen it has not taken it away. */
function keptLink(story: Story | undefined): { link?: string } {
  if (!story?.link || editableText(story) !== story.title) return {};
  return { link: story.link };
}
