import type { App } from '@slack/bolt';
import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { parseJson } from '../../blocks/modals/context.ts';
import { editableText } from '../../blocks/modals/edit-story.ts';
import { plainProblem } from '../../blocks/private/problems.ts';
import { plainRefusal } from '../../blocks/private/refusals.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import type { Story } from '../../src/game/story/story.ts';
import { parseStories, parseStory } from '../../src/game/story/story-line.ts';
import { isTooLong } from '../../src/game/story/title.ts';
import { sessionFor } from '../../src/play/control.ts';
import type { Deps } from '../../src/play/deps.ts';
import { takesPart } from '../../src/play/presence.ts';
import { addStories, renameStory } from '../../src/play/stories.ts';
import { handOver } from '../../src/play/succession.ts';
import { afterModal } from '../listeners.ts';
import { wordsFor } from '../reader.ts';
import { inputState, inputText, modalEvent } from '../receive/payload.ts';
import { isObject } from '../receive/request.ts';
import { isSlackId } from '../receive/slack-id.ts';
import { problemWith } from './new-session.ts';

/** *Manage…*, saved: more stories, a hand-over. */
export function registerManage(app: App, deps: Deps): void {
  const { store, now, queue, log } = deps;
  app.view({ callback_id: VIEWS.manage, type: 'view_submission' }, async ({ ack, body }) => {
    const event = modalEvent(body, now);
    if (!event) {
      log.warn('a view that is none of ours', { view: VIEWS.manage });
      return ack();
    }
    const { actor, context } = event;
    const addBlock = addBlockOf(body.view.blocks);
    const stories = parseStories(inputText(inputState(body, addBlock, INPUTS.add)));
    const heir = selectedUser(inputState(body, INPUTS.handOver, INPUTS.handOver));
    const t = await wordsFor(deps, { ...context, userId: actor.userId });
    const refuse = (block: string, text: string) =>
      ack({ response_action: 'errors', errors: { [block]: text } });

    // The hand-over is checked first: once the stories are added, a refusal would make people add them twice.
    if (heir !== undefined) {
      const session = await sessionFor(store, context.sessionId, actor);
      const joined = !('code' in session) && (await takesPart(store, session, heir));
      if (!('code' in session) && !joined) {
        return refuse(INPUTS.handOver, plainRefusal({ code: 'not_participant', userId: heir }, t));
      }
    }
    if (stories.length > 0) {
      const problem = problemWith(stories);
      if (problem) return refuse(addBlock, plainProblem(problem, t));
      const added = await addStories(store, now, context.sessionId, actor, stories);
      if (added.kind === 'refusal') return refuse(addBlock, plainRefusal(added.refusal, t));
    }
    if (heir !== undefined) {
      const handed = await handOver(store, now, context.sessionId, actor, heir);
      if (handed.kind === 'refusal' && stories.length === 0) {
        return refuse(INPUTS.handOver, plainRefusal(handed.refusal, t));
      }
    }
    await queue.send(afterModal(event, undefined));
    return ack();
  });
}

/** *Edit story*, saved. The list below is brought up to date by the queue. */
export function registerEditStory(app: App, deps: Deps): void {
  const { store, now, queue, log } = deps;
  app.view({ callback_id: VIEWS.editStory, type: 'view_submission' }, async ({ ack, body }) => {
    const event = modalEvent(body, now);
    const metadata = parseJson(body.view.private_metadata);
    const number = isObject(metadata) ? metadata.story : undefined;
    if (!event || typeof number !== 'number') {
      log.warn('a view that is none of ours', { view: VIEWS.editStory });
      return ack();
    }
    const t = await wordsFor(deps, { ...event.context, userId: event.actor.userId });
    const refuse = (text: string) => ack({ response_action: 'errors', errors: { [INPUTS.title]: text } });
    const typed = parseStory(inputText(inputState(body, INPUTS.title, INPUTS.title)));
    if (!typed) return refuse(plainProblem({ code: 'no_title' }, t));
    if (isTooLong(typed.title)) return refuse(plainProblem({ code: 'title_too_long' }, t));
    const { sessionId } = event.context;
    const edited = { number, ...keptLink(await store.story(sessionId, number)), ...typed };
    const renamed = await renameStory(store, sessionId, event.actor, edited);
    if (renamed.kind === 'refusal') return refuse(plainRefusal(renamed.refusal, t));
    await queue.send(afterModal(event, event.previousViewId));
    return ack();
  });
}

/** The link of a story whose field had no room for it: whoever has not seen it has not taken it away. */
function keptLink(story: Story | undefined): { link?: string } {
  if (!story?.link || editableText(story) !== story.title) return {};
  return { link: story.link };
}

/** The block that takes new stories has a fresh id whenever stories were added. */
function addBlockOf(blocks: unknown): string {
  const ids = (Array.isArray(blocks) ? blocks : []).map((block) =>
    isObject(block) ? block.block_id : undefined,
  );
  const own = ids.find((id) => typeof id === 'string' && id.startsWith(`${INPUTS.add}_`));
  return typeof own === 'string' ? own : `${INPUTS.add}_${MAX_STORIES}`;
}

function selectedUser(state: unknown): string | undefined {
  const user = isObject(state) ? state.selected_user : undefined;
  return isSlackId(user) ? user : undefined;
}
