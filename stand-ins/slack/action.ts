import { allElements, optionsOf } from './blockkit/elements.ts';
import type { Json } from './blockkit/json.ts';
import type { Core } from './core.ts';
import { type Delivery, deliverForm } from './deliver.ts';
import { stateOf, valueField } from './element-state.ts';
import { messagePayload } from './message-payload.ts';
import { channelName, envelope } from './payloads.ts';
import type { ElementState, Message, ViewValues } from './shapes.ts';
import { enterValues } from './submission.ts';
import { viewPayload } from './views.ts';
import { forgetWarnings, MODAL_TROUBLE, warn } from './warnings.ts';
import type { LiveHome, LiveView, Window } from './windows.ts';

/** A click or choice. */
export interface Action {
  blockId: string;
  actionId: string;
  /** For everything but buttons: `{ selected_option: … }`, `{ selected_user: … }` and so on. */
  chosen?: Json;
}

/**
 * The payload of a click in a message.
 * @param rendering the message as the person sees it; the stored one, or an older one for a late click
 * @throws {Error} when there is no such element in it: a person cannot click what is not shown
 * @see https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export function messageActionPayload(core: Core, window: Window, rendering: Message, action: Action): Json {
  const { channelId, ts } = rendering;
  const channel = core.channels.get(channelId);
  const ephemeral = rendering.ephemeral === true;
  const clicked = actionEntry(core, rendering.blocks, action);
  const choices = remember(window, rendering, action, clicked);
  const target = { channelId, memberId: window.memberId, origin: { ts, ephemeral } };
  // Slack tells apps nothing about an ephemeral message but its id.
  const stored = ephemeral ? undefined : core.messages.find(channelId, ts);
  return {
    ...envelope(core, 'block_actions', window.memberId),
    container: { type: 'message', message_ts: ts, channel_id: channelId, is_ephemeral: ephemeral },
    trigger_id: core.triggers.issue(window.id),
    channel: { id: channelId, name: channelName(channel) },
    ...(stored && { message: messagePayload(core, stored) }),
    state: { values: stateOf(rendering.blocks, choices) },
    response_url: core.responseUrls.issue('actions', core.workspace.team.id, target),
    actions: [clicked],
  };
}

/** Delivers a click in a message; a failure is shown under the message, in the clicker's window. */
export async function sendMessageAction(
  core: Core,
  window: Window,
  rendering: Message,
  action: Action,
): Promise<Delivery> {
  const payload = messageActionPayload(core, window, rendering, action);
  const place = { channelId: rendering.channelId, messageTs: rendering.ts };
  forgetWarnings(window, place);
  const delivery = await deliverForm(core, 'block_actions', { payload: JSON.stringify(payload) });
  if (delivery.failure) warn(core, window, `The app did not answer this click (${delivery.failure}).`, place);
  return delivery;
}

/**
 * Delivers a click in a modal or on the Home tab, with what the inputs there hold.
 * @see https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export async function sendViewAction(
  core: Core,
  window: Window,
  live: LiveView | LiveHome,
  action: Action,
  values: ViewValues = {},
): Promise<Delivery> {
  const clicked = actionEntry(core, live.view.blocks, action);
  const place =
    live.view.type === 'home' ? { channelId: core.channels.directMessage(window.memberId).id } : {};
  forgetWarnings(window, place);
  enterValues(live, values);
  const field = valueField(clicked.type);
  if (field && live.values[action.blockId]?.[action.actionId]) {
    live.values[action.blockId] = {
      ...live.values[action.blockId],
      [action.actionId]: { type: String(clicked.type), [field]: clicked[field] },
    };
  }
  const payload = {
    ...envelope(core, 'block_actions', window.memberId),
    container: { type: 'view', view_id: live.id },
    trigger_id: core.triggers.issue(window.id),
    view: viewPayload(core, live),
    actions: [clicked],
  };
  const delivery = await deliverForm(core, 'block_actions', { payload: JSON.stringify(payload) });
  if (delivery.failure) warn(core, window, MODAL_TROUBLE, place);
  return delivery;
}

/** An item of the payload's `actions`: the element without its options, and what was chosen. */
function actionEntry(core: Core, blocks: unknown, { blockId, actionId, chosen = {} }: Action): Json {
  const placed = allElements(blocks).find(
    ({ block, element }) => block.block_id === blockId && element.action_id === actionId,
  );
  if (placed === undefined)
    throw new Error(`Nothing shown has the block_id ${blockId} and action_id ${actionId}`);
  refuseUnoffered(placed.element, chosen);
  const { options: _, option_groups: __, ...element } = placed.element;
  return { ...element, block_id: blockId, ...chosen, action_ts: core.clock.timestamp() };
}

function refuseUnoffered(element: Json, chosen: Json): void {
  const field = valueField(element.type);
  if (field === undefined) return;
  if (!(field in chosen)) throw new Error(`Choosing in a ${String(element.type)} needs ${field}`);
  const offered = optionsOf(element).map((option) => JSON.stringify(option.value));
  const options = [field.startsWith('selected_option') ? chosen[field] : []].flat();
  for (const option of options as Json[]) {
    if (!offered.includes(JSON.stringify(option.value))) {
      throw new Error(`${JSON.stringify(option)} is not among the options ${offered.join(', ')}`);
    }
  }
}

/** A select in a message keeps its choice, in the window in which it was made. */
function remember(window: Window, { ts }: Message, { blockId, actionId }: Action, clicked: Json): ViewValues {
  const choices = window.choices.get(ts) ?? {};
  const field = valueField(clicked.type);
  if (field === undefined) return choices;
  const state: ElementState = { type: String(clicked.type), [field]: clicked[field] };
  const updated = { ...choices, [blockId]: { ...choices[blockId], [actionId]: state } };
  window.choices.set(ts, updated);
  return updated;
}
