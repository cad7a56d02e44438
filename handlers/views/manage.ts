import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { plainProblem } from '../../blocks/private/problems.ts';
import { plainRefusal } from '../../blocks/private/refusals.ts';
import { isRefusal, refuse } from '../../src/game/refusal.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import { problemWith } from '../../src/game/story/problem-with.ts';
import { parseStories } from '../../src/game/story/story-line.ts';
import type { Deps } from '../../src/play/deps.ts';
import { addStories } from '../../src/play/stories.ts';
import { handOver } from '../../src/play/succession.ts';
import { afterModal, onSubmit } from '../listeners.ts';
import { personIn, typedIn } from '../receive/inputs.ts';
import type { Form } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { toldOfHost } from '../told-of.ts';
import { sessionAndWords } from '../words-for.ts';

/** *Manage…*, saved: more stories, a hand-over, or both. */
export function registerManage(app: BoltApp, deps: Deps): void {
  const { store, now } = deps;
  onSubmit(app, deps, VIEWS.manage, 'session', async (event) => {
    const { actor, context, form } = event;
    const addBlock = addBlockOf(form);
    const stories = parseStories(typedIn(form, 'add', addBlock));
    const heir = personIn(form, 'handOver');
    const jobs = afterModal(event, undefined);
    if (stories.length === 0 && heir === undefined) return { jobs };

    const [session, t] = await sessionAndWords(deps, context.sessionId, actor);
    const problem = stories.length > 0 ? problemWith(stories) : undefined;
    if (problem) return { errors: { [addBlock]: plainProblem(problem, t) } };
    const saved = isRefusal(session)
      ? refuse(session)
      : heir === undefined
        ? await addStories(store, now, session, actor, stories)
        : await handOver(store, now, session, actor, heir, stories);
    if (saved.kind === 'done') {
      const isHandedOver = heir !== undefined && !isRefusal(session);
      return {
        jobs: [...jobs, ...(isHandedOver ? await toldOfHost(store, session, heir, 'handedOver') : [])],
      };
    }
    const { refusal } = saved;
    const isAboutHeir = stories.length === 0 || ABOUT_HEIR.has(refusal.code);
    const block = isAboutHeir ? INPUTS.handOver : addBlock;
    // Even so, because it may repeat a form whose hand-over was written and not followed by a job (rule 5).
    return { jobs, refusal, errors: { [block]: plainRefusal(refusal, t) } };
  });
}

/** What may be wrong with whoever the session is handed to. */
const ABOUT_HEIR: ReadonlySet<string> = new Set(['not_participant', 'external']);

/** The block that takes new stories has a fresh id whenever stories were added. */
function addBlockOf({ blocks = [] }: Form): string {
  const own = blocks.find((block) => block?.block_id?.startsWith(`${INPUTS.add}_`));
  return own?.block_id ?? `${INPUTS.add}_${MAX_STORIES}`;
}
