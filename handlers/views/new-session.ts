import type { App } from '@slack/bolt';
import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { parseJson } from '../../blocks/modals/context.ts';
import { plainNotice } from '../../blocks/notices.ts';
import { plainProblem } from '../../blocks/problems.ts';
import { DECKS, isDeckName } from '../../src/session/deck.ts';
import type { Problem } from '../../src/session/problem.ts';
import { MAX_STORIES } from '../../src/session/session.ts';
import { isTooLong, titlesOf } from '../../src/session/title.ts';
import type { Deps } from '../deps.ts';
import { handleOf, inputState, inputText, teamOf, urlOf } from '../payload.ts';
import { wordsFor } from '../reader.ts';
import { isObject } from '../request.ts';
import { isSlackId } from '../slack-id.ts';
import { startSession } from '../start-session.ts';

/** The form of `/groom`. What is wrong with it is said beside the field, and nothing typed is lost. */
export function registerNewSession(app: App, deps: Deps): void {
  app.view({ callback_id: VIEWS.newSession, type: 'view_submission' }, async ({ ack, body }) => {
    const refuse = (text: string) => ack({ response_action: 'errors', errors: { [INPUTS.stories]: text } });
    const context = parseJson(body.view.private_metadata);
    const channelId = isObject(context) ? context.channelId : undefined;
    const teamId = teamOf({ ...body });
    if (!isSlackId(channelId) || !teamId) {
      deps.log.warn('a view that is none of ours', { view: VIEWS.newSession });
      return ack();
    }
    const userId = body.user.id;
    const t = await wordsFor(deps, { teamId, userId, channelId });
    const titles = titlesOf(inputText(inputState(body, INPUTS.stories, INPUTS.stories)));
    const problem = problemWith(titles);
    if (problem) return refuse(plainProblem(problem, t));
    const responseUrl = urlOf(isObject(context) ? context.responseUrl : undefined);
    const started = await startSession(deps, {
      ...{ teamId, channelId, userId, responseUrl },
      userName: handleOf(body.user.name),
      stories: titles.map((title) => ({ title })),
      settings: await deps.directory.settings({ teamId, channelId }),
      wishes: {
        deck: DECKS[deckOf(inputState(body, INPUTS.deck, INPUTS.deck))],
        lobby: isChecked(inputState(body, INPUTS.options, INPUTS.options), INPUTS.lobby),
      },
    });
    if (!started.posted) return refuse(plainNotice(started.notice, t));
    const { notice } = started;
    if (notice && responseUrl) {
      await deps.queue.send([{ kind: 'reply', teamId, channelId, userId, responseUrl, notice }]);
    }
    return ack();
  });
}

/** The same for all forms that take stories. */
export function problemWith(titles: readonly string[]): Problem | undefined {
  if (titles.length === 0) return { code: 'no_stories' };
  if (titles.length > MAX_STORIES) return { code: 'too_many_stories', given: titles.length };
  const line = titles.findIndex(isTooLong);
  return line < 0 ? undefined : { code: 'title_too_long', line: line + 1 };
}

function deckOf(state: unknown) {
  const option = isObject(state) && isObject(state.selected_option) ? state.selected_option.value : undefined;
  return isDeckName(option) ? option : 'fibonacci';
}

function isChecked(state: unknown, value: string): boolean {
  const options = isObject(state) && Array.isArray(state.selected_options) ? state.selected_options : [];
  return options.some((option) => isObject(option) && option.value === value);
}
