import { ACTIONS, PAGE_ACTION, parseValue, STORY_MENU_ITEMS } from '../../blocks/ids.ts';
import { editStoryModal } from '../../blocks/modals/edit-story.ts';
import type { TakePartAnswer } from '../../src/game/answers.ts';
import type { Command } from '../../src/game/decide.ts';
import { defined } from '../../src/game/defined.ts';
import { isRefusal } from '../../src/game/refusal.ts';
import { whyNotRename } from '../../src/game/why-not.ts';
import { type ControlAnswer, control, sessionFor } from '../../src/play/control.ts';
import type { Deps } from '../../src/play/deps.ts';
import { removeParticipant } from '../../src/play/participation.ts';
import { takeOver } from '../../src/play/succession.ts';
import type { ModalAnswer } from '../answer.ts';
import { onModalClick } from '../listeners.ts';
import { openModal } from '../open-modal.ts';
import { isSlackId } from '../receive/field-schemas.ts';
import type { ModalEvent } from '../receive/modal-event.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { toldOfHost, toldOfRemoval } from '../told-of.ts';
import { sessionAndWords } from '../words-for.ts';

type Event = ModalEvent<'session'>;

/** The buttons of *People…* and *Manage…*. What is refused shows in the modal, which is drawn afresh. */
export function registerModalActions(app: BoltApp, deps: Deps): void {
  onModalClick(app, deps, ACTIONS.remove, (event) => remove(deps, event));
  onModalClick(app, deps, PAGE_ACTION, async ({ value }) => ({
    page: Math.max(0, Math.trunc(Number(value)) || 0),
  }));
  onModalClick(app, deps, ACTIONS.takeOver, (event) => takeItOver(deps, event));
  onModalClick(app, deps, ACTIONS.endFromManage, (event) => command(deps, event, { kind: 'end' }));
  onModalClick(app, deps, ACTIONS.cancel, (event) => command(deps, event, { kind: 'cancel' }));
  onModalClick(app, deps, ACTIONS.nudge, (event) => nudge(deps, event));
  onModalClick(app, deps, ACTIONS.storyMenu, (event) => changeStory(deps, event));
}

const shown = (answer: ControlAnswer | TakePartAnswer): ModalAnswer =>
  answer.kind === 'refusal' ? { refusal: answer.refusal } : {};

async function remove({ store }: Deps, { actor, context, value }: Event): Promise<ModalAnswer> {
  const session = await sessionFor(store, context.sessionId, actor);
  if (isRefusal(session)) return { refusal: session };
  if (!isSlackId(value)) return {};
  const answer = await removeParticipant(store, session, actor, value);
  if (answer.kind !== 'out') return shown(answer);
  const { withdrawn, counted } = answer;
  return { jobs: await toldOfRemoval(store, session, value, defined({ withdrawn, counted })) };
}

async function takeItOver({ store, now }: Deps, { actor, context }: Event): Promise<ModalAnswer> {
  const before = await sessionFor(store, context.sessionId, actor);
  const answer = await takeOver(store, now, context.sessionId, actor);
  if (answer.kind !== 'done' || isRefusal(before)) return shown(answer);
  return { jobs: await toldOfHost(store, before, actor.userId, 'takenOver') };
}

async function command({ store, now }: Deps, { context, actor }: Event, wish: Command): Promise<ModalAnswer> {
  return shown(await control(store, now, context.sessionId, actor, wish));
}

/** Who is to be reminded is found out later: they may be a hundred. */
async function nudge(deps: Deps, event: Event): Promise<ModalAnswer> {
  const { sessionId } = event.context;
  const answer = await command(deps, event, { kind: 'nudge' });
  return answer.refusal ? answer : { jobs: [{ kind: 'nudge', sessionId, teamId: event.actor.teamId }] };
}

async function changeStory(deps: Deps, event: Event): Promise<ModalAnswer> {
  const ref = parseValue(event.value);
  const item = STORY_MENU_ITEMS.find((known) => known === ref?.detail);
  if (!ref || !item) return {};
  const { story } = ref;
  if (item === 'edit') return editStory(deps, event, story);
  return command(deps, event, item === 'skip' ? { kind: 'skip', story } : { kind: 'move', story, to: item });
}

/** Opens the title on top of the list. */
async function editStory(
  deps: Deps,
  { context, actor, triggerId }: Event,
  story: number,
): Promise<ModalAnswer> {
  const [session, t] = await sessionAndWords(deps, context.sessionId, actor);
  if (isRefusal(session)) return { refusal: session };
  const no = whyNotRename(session, actor.userId, story);
  if (no) return { refusal: no };
  const { sessionId } = session;
  const known = await deps.store.story(sessionId, story);
  const { teamId } = actor;
  const modal = editStoryModal(t, { ...context, teamId, story }, known ?? { number: story, title: '' });
  await openModal(deps, { triggerId, sessionId, teamId }, modal, 'push');
  return {};
}
