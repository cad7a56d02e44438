import type { App } from '@slack/bolt';
import { ACTIONS, PAGE_ACTION, parseValue, STORY_MENU_ITEMS } from '../../blocks/ids.ts';
import { editStoryModal } from '../../blocks/modals/edit-story.ts';
import type { Command } from '../../src/game/decide.ts';
import { control, sessionFor } from '../../src/play/control.ts';
import type { Deps } from '../../src/play/deps.ts';
import { removeParticipant } from '../../src/play/participation.ts';
import { takeOver } from '../../src/play/succession.ts';
import { failureText } from '../../src/ports/chat.ts';
import { type ModalReply, onModalClick } from '../listeners.ts';
import { wordsFor } from '../reader.ts';
import type { ModalEvent } from '../receive/payload.ts';
import { isSlackId } from '../receive/slack-id.ts';

/** The buttons of *People…* and *Manage…*. What is refused shows in the modal, which is drawn afresh. */
export function registerModalActions(app: App, deps: Deps): void {
  const { store, now } = deps;
  onModalClick(app, deps, ACTIONS.remove, async ({ actor, context, value }) => {
    const session = await sessionFor(store, context.sessionId, actor);
    if (!('code' in session) && isSlackId(value)) await removeParticipant(store, session, actor, value);
    return undefined;
  });
  onModalClick(app, deps, PAGE_ACTION, async ({ value }) => ({
    page: Math.max(0, Math.trunc(Number(value)) || 0),
  }));
  onModalClick(app, deps, ACTIONS.takeOver, async ({ actor, context }) => {
    await takeOver(store, now, context.sessionId, actor);
    return undefined;
  });
  onModalClick(app, deps, ACTIONS.endFromManage, (event) => command(deps, event, { kind: 'end' }));
  onModalClick(app, deps, ACTIONS.cancel, (event) => command(deps, event, { kind: 'cancel' }));
  onModalClick(app, deps, ACTIONS.nudge, (event) => nudge(deps, event));
  onModalClick(app, deps, ACTIONS.storyMenu, (event) => changeStory(deps, event));
}

async function command(deps: Deps, { context, actor }: ModalEvent, wish: Command): Promise<undefined> {
  await control(deps.store, deps.now, context.sessionId, actor, wish);
}

/** Who is to be reminded is found out later: they may be a hundred. */
async function nudge({ store, now }: Deps, { context, actor }: ModalEvent): Promise<ModalReply> {
  const { sessionId } = context;
  const answer = await control(store, now, sessionId, actor, { kind: 'nudge' });
  return answer.kind === 'done' ? { jobs: [{ kind: 'nudge', sessionId, teamId: actor.teamId }] } : undefined;
}

async function changeStory(deps: Deps, event: ModalEvent): Promise<undefined> {
  const ref = parseValue(event.value);
  const item = STORY_MENU_ITEMS.find((known) => known === ref?.detail);
  if (!ref || !item) return undefined;
  const { story } = ref;
  if (item === 'edit') return editStory(deps, event, story);
  return command(deps, event, item === 'skip' ? { kind: 'skip', story } : { kind: 'move', story, to: item });
}

/** Opens the title on top of the list. */
async function editStory(
  deps: Deps,
  { context, actor, triggerId }: ModalEvent,
  story: number,
): Promise<undefined> {
  const { store, chats, log } = deps;
  const session = await sessionFor(store, context.sessionId, actor);
  if ('code' in session || session.creatorId !== actor.userId) return;
  const known = (await store.story(session.sessionId, story)) ?? { number: story, title: '' };
  const t = await wordsFor(deps, { ...context, userId: actor.userId });
  const modal = editStoryModal(t, { ...context, story }, known);
  const pushed = await chats.for(actor.teamId).pushView(triggerId, modal);
  if (!pushed.ok)
    log.warn('modal not opened', { sessionId: session.sessionId, reason: failureText(pushed.failure) });
}
