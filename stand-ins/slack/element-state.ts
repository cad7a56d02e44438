import { allElements } from './blockkit/elements.ts';
import { isObject, type Json } from './blockkit/json.ts';
import type { ElementState, ViewValues } from './shapes.ts';

/** Where an element keeps its value in `state.values`, and which of its own fields holds the initial one. */
const STATE_FIELDS: Readonly<Record<string, readonly [field: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
};

/** The field of `state.values` and `actions[]` that holds an element's value; none for buttons. */
export function valueField(type: unknown): string | undefined {
  return type === 'overflow' ? 'selected_option' : STATE_FIELDS[String(type)]?.[0];
}

/**
 * The state of everything in `blocks` that can hold a value: what was entered before, where the element
 * is still the same one, otherwise its initial value.
 * @see https://docs.slack.dev/reference/views/modal-views "Preserving input entry in views"
 */
export function stateOf(blocks: unknown, entered: ViewValues = {}): ViewValues {
  const state: ViewValues = {};
  for (const { block, element } of allElements(blocks)) {
    const fields = STATE_FIELDS[String(element.type)];
    if (fields === undefined) continue;
    const blockId = String(block.block_id);
    const actionId = String(element.action_id);
    const previous = entered[blockId]?.[actionId];
    state[blockId] ??= {};
    const isSame = previous !== undefined && previous.type === element.type;
    state[blockId][actionId] = isSame ? previous : initialState(element, fields);
  }
  return state;
}

function initialState(element: Json, [field, initial]: readonly [string, string]): ElementState {
  const empty = field.endsWith('s') ? [] : null;
  return { type: String(element.type), [field]: element[initial] ?? empty };
}

/** Whether somebody has entered or chosen anything. */
export function isFilled(state: ElementState | undefined): boolean {
  const field = valueField(state?.type);
  const value = field === undefined ? undefined : state?.[field];
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value === 'number' || isObject(value);
}
