import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { plainProblem } from '../../blocks/private/problems.ts';
import { plainRefusal } from '../../blocks/private/refusals.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import { parseStories } from '../../src/game/story/story-line.ts';
import { sessionFor } from '../../src/play/control.ts';
import type { Deps } from '../../src/play/deps.ts';
import { takesPart } from '../../src/play/presence.ts';
import { addStories } from '../../src/play/stories.ts';
import { handOver } from '../../src/play/succession.ts';
import { afterModal, onSubmit } from '../listeners.ts';
import { wordsFor } from '../reader.ts';
import { personIn, typedIn } from '../receive/inputs.ts';
import type { Form } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { problemWith } from './new-session.ts';

/** *Manage…*, saved: more stories, a hand-over. */
export function registerManage(app: BoltApp, deps: Deps): void {
  const { store, now } = deps;
  onSubmit(app, deps, VIEWS.manage, 'session', async (event) => {
    const { actor, context, form } = event;
    const addBlock = addBlockOf(form);
    const stories = parseStories(typedIn(form, 'add', addBlock));
    const heir = personIn(form, 'handOver');
    const t = await wordsFor(deps, { ...context, ...actor });
    const beside = (block: string, text: string) => ({ errors: { [block]: text } });

    // The hand-over is checked first: once the stories are added, a refusal would make people add them twice.
    if (heir !== undefined) {
      const session = await sessionFor(store, context.sessionId, actor);
      const joined = !('code' in session) && (await takesPart(store, session, heir));
      if (!('code' in session) && !joined) {
        return beside(INPUTS.handOver, plainRefusal({ code: 'not_participant', userId: heir }, t));
      }
    }
    if (stories.length > 0) {
      const problem = problemWith(stories);
      if (problem) return beside(addBlock, plainProblem(problem, t));
      const added = await addStories(store, now, context.sessionId, actor, stories);
      if (added.kind === 'refusal') return beside(addBlock, plainRefusal(added.refusal, t));
    }
    if (heir !== undefined) {
      const handed = await handOver(store, now, context.sessionId, actor, heir);
      if (handed.kind === 'refusal' && stories.length === 0) {
        return beside(INPUTS.handOver, plainRefusal(handed.refusal, t));
      }
    }
    return { jobs: afterModal(event, undefined) };
  });
}

/** The block that takes new stories has a fresh id whenever stories were added. */
function addBlockOf({ blocks = [] }: Form): string {
  const own = blocks.find((block) => block?.block_id?.startsWith(`${INPUTS.add}_`));
  return own?.block_id ?? `${INPUTS.add}_${MAX_STORIES}`;
}
