import type { App } from '@slack/bolt';
import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { parseJson } from '../../blocks/modals/context.ts';
import { problemText } from '../../blocks/problems.ts';
import { refusalText } from '../../blocks/replies.ts';
import { sessionFor } from '../../src/session/control.ts';
import { MAX_STORIES } from '../../src/session/session.ts';
import { addStories, renameStory } from '../../src/session/stories.ts';
import { handOver, takesPart } from '../../src/session/succession.ts';
import { cleanTitle, isTooLong, titlesOf } from '../../src/session/title.ts';
import type { Deps } from '../deps.ts';
import { afterModal } from '../listeners.ts';
import { inputState, inputText, modalEvent } from '../payload.ts';
import { isObject } from '../request.ts';
import { isSlackId } from '../slack-id.ts';
import { problemWith } from './new-session.ts';

/** Text beside a field is plain: no mrkdwn there, and no mentions. */
const plainly = (text: string): string =>
  text
    .replaceAll(/[`*]/g, '')
    .replace(/^Only <@[^>]+>/, 'Only the creator')
    .replaceAll(/<@[^>]+>/g, 'That person');

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
    const titles = titlesOf(inputText(inputState(body, addBlock, INPUTS.add)));
    const heir = selectedUser(inputState(body, INPUTS.handOver, INPUTS.handOver));
    const refuse = (block: string, text: string) =>
      ack({ response_action: 'errors', errors: { [block]: plainly(text) } });

    // The hand-over is checked first: once the stories are added, a refusal would make people add them twice.
    if (heir !== undefined) {
      const session = await sessionFor(store, context.sessionId, actor);
      const joined = !('code' in session) && (await takesPart(store, session, heir));
      if (!('code' in session) && !joined) {
        return refuse(INPUTS.handOver, refusalText({ code: 'not_participant', userId: heir }));
      }
    }
    if (titles.length > 0) {
      const problem = problemWith(titles);
      if (problem) return refuse(addBlock, problemText(problem));
      const added = await addStories(store, now, context.sessionId, actor, titles);
      if (added.kind === 'refusal') return refuse(addBlock, refusalText(added.refusal));
    }
    if (heir !== undefined) {
      const handed = await handOver(store, now, context.sessionId, actor, heir);
      if (handed.kind === 'refusal' && titles.length === 0) {
        return refuse(INPUTS.handOver, refusalText(handed.refusal));
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
    const refuse = (text: string) =>
      ack({ response_action: 'errors', errors: { [INPUTS.title]: plainly(text) } });
    const title = cleanTitle(inputText(inputState(body, INPUTS.title, INPUTS.title)));
    if (title === undefined) return refuse(problemText({ code: 'no_title' }));
    if (isTooLong(title)) return refuse(problemText({ code: 'title_too_long' }));
    const renamed = await renameStory(store, event.context.sessionId, event.actor, { number, title });
    if (renamed.kind === 'refusal') return refuse(refusalText(renamed.refusal));
    await queue.send(afterModal(event, event.previousViewId));
    return ack();
  });
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
