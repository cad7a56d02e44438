import type { KnownBlock } from '@slack/types';
import type { ElementState, ViewValues } from '../../../../stand-ins/slack/shapes.ts';
import { type BlockElement, elementsOf } from './block-elements.ts';

/** What an element holds before anyone touches it; nothing for buttons and menus, which hold nothing. */
export function initialState(element: BlockElement): ElementState | undefined {
  const { type } = element;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    default:
      return undefined;
  }
}

/** The part of a state that Slack sends in `actions[]`: all but its type. */
export function chosenPart(state: ElementState): Record<string, unknown> {
  const { type: _, ...chosen } = state;
  return chosen;
}

export function isEmpty(state: ElementState): boolean {
  return Object.values(chosenPart(state)).every(
    (value) =>
      value === null || value === '' || value === undefined || (Array.isArray(value) && value.length === 0),
  );
}

/**
 * As Slack does when a message or view is updated: what was typed or chosen stays where block_id and action_id
 * are the same, whatever the new initial values say; everything else starts afresh.
 */
export function carryOver(previous: ViewValues, blocks: KnownBlock[]): ViewValues {
  const values: ViewValues = {};
  for (const { element, blockId, actionId } of elementsOf(blocks)) {
    const initial = initialState(element);
    if (!initial) continue;
    const held = previous[blockId]?.[actionId];
    values[blockId] = { ...values[blockId], [actionId]: held?.type === initial.type ? held : initial };
  }
  return values;
}
