import { isObject, type Json, objectsIn } from './blockkit/json.ts';
import type { Core } from './core.ts';
import { type Delivery, deliverForm } from './deliver.ts';
import { isFilled } from './element-state.ts';
import { envelope } from './payloads.ts';
import type { ElementState, ViewValues } from './shapes.ts';
import { obeyAcknowledgement } from './view-acknowledgement.ts';
import { viewPayload } from './views.ts';
import { forgetWarnings, MODAL_TROUBLE, warn } from './warnings.ts';
import type { LiveHome, LiveView, Window } from './windows.ts';

/** Notes what a person has entered. @throws {Error} for an input that the view does not have */
export function enterValues(live: LiveView | LiveHome, values: ViewValues): void {
  for (const [blockId, states] of Object.entries(values)) {
    for (const [actionId, state] of Object.entries(states)) {
      const current = live.values[blockId]?.[actionId];
      if (current?.type !== state.type)
        throw new Error(`The view has no ${state.type} ${blockId}/${actionId}`);
      live.values[blockId] = { ...live.values[blockId], [actionId]: state };
    }
  }
}

/**
 * What Slack's client itself finds missing or too long, by block_id; it submits only when that is empty.
 * @see https://docs.slack.dev/reference/block-kit/blocks/input-block
 */
export function inputProblems({ view, values }: LiveView): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const block of objectsIn(view.blocks)) {
    const element = block.element;
    if (block.type !== 'input' || !isObject(element)) continue;
    const blockId = String(block.block_id);
    const state = values[blockId]?.[String(element.action_id)];
    const problem = isFilled(state) ? entryProblem(element, state) : emptyProblem(block);
    if (problem !== undefined) problems[blockId] = problem;
  }
  return problems;
}

function emptyProblem(block: Json): string | undefined {
  return block.optional === true ? undefined : 'Please complete this required field.';
}

function entryProblem(element: Json, state: ElementState | undefined): string | undefined {
  const text = typeof state?.value === 'string' ? state.value : '';
  const { type, min_length: min, max_length: max } = element;
  if (typeof max === 'number' && text.length > max) return `Please shorten this to ${max} characters.`;
  if (typeof min === 'number' && text.length < min) return `Please lengthen this to ${min} characters.`;
  if (type === 'url_text_input' && !URL.canParse(text)) return 'Please enter a valid URL.';
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text))
    return 'Please enter a valid email address.';
  return type === 'number_input' ? numberProblem(element, Number(text)) : undefined;
}

function numberProblem({ is_decimal_allowed: decimals, ...range }: Json, number: number): string | undefined {
  if (Number.isNaN(number)) return 'Please enter a number.';
  if (decimals !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
  const [min, max] = [range.min_value ?? -Infinity, range.max_value ?? Infinity].map(Number);
  const fits = number >= (min ?? number) && number <= (max ?? number);
  return fits ? undefined : `Please enter a number from ${min} to ${max}.`;
}

/**
 * Submits a modal and does what the acknowledgement says.
 * @see https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission
 */
export async function sendSubmission(core: Core, window: Window, live: LiveView): Promise<Delivery> {
  delete live.errors;
  forgetWarnings(window);
  const payload = {
    ...envelope(core, 'view_submission', window.memberId),
    trigger_id: core.triggers.issue(window.id),
    view: viewPayload(core, live),
    response_urls: responseUrls(core, window, live),
  };
  const delivery = await deliverForm(core, 'view_submission', { payload: JSON.stringify(payload) });
  const isUnderstood =
    delivery.failure === undefined && obeyAcknowledgement(core, window, live, delivery.body);
  if (!isUnderstood) warn(core, window, MODAL_TROUBLE);
  core.changed();
  return delivery;
}

/** For selects with `response_url_enabled`, a response_url to the conversation that was chosen. */
function responseUrls(core: Core, { memberId }: Window, { view, values }: LiveView): Json[] {
  return objectsIn(view.blocks).flatMap(({ block_id, element }) => {
    if (!isObject(element) || element.response_url_enabled !== true) return [];
    const state = values[String(block_id)]?.[String(element.action_id)];
    const channelId = state?.selected_conversation ?? state?.selected_channel;
    if (typeof channelId !== 'string') return [];
    const response_url = core.responseUrls.issue('app', core.workspace.team.id, { channelId, memberId });
    return [{ block_id, action_id: element.action_id, channel_id: channelId, response_url }];
  });
}
