import type { InputBlock, KnownBlock } from '@slack/types';
import type { ElementState, ViewValues } from '../../../../stand-ins/slack/shapes.ts';
import { actionIdOf, blockIdOf } from './block-elements.ts';
import { isEmpty } from './element-state.ts';

/** What Slack refuses before it asks the app: messages by block_id. */
export function validate(blocks: KnownBlock[], values: ViewValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'input') continue;
    const blockId = blockIdOf(block, index);
    const state = values[blockId]?.[actionIdOf(block.element)];
    const error = state && errorOf(block, state);
    if (error) errors[blockId] = error;
  }
  return errors;
}

function errorOf(block: InputBlock, state: ElementState): string | undefined {
  if (isEmpty(state)) return block.optional ? undefined : 'Please complete this required field.';
  const value = typeof state.value === 'string' ? state.value : '';
  const { element } = block;
  switch (element.type) {
    case 'plain_text_input':
      if (element.min_length !== undefined && value.length < element.min_length)
        return `Please enter at least ${element.min_length} characters.`;
      if (element.max_length !== undefined && value.length > element.max_length)
        return `Please enter no more than ${element.max_length} characters.`;
      return undefined;
    case 'number_input':
      return numberError(value, element);
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(value) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(value) ? undefined : 'Please enter a valid URL.';
    default:
      return undefined;
  }
}

interface NumberLimits {
  is_decimal_allowed: boolean;
  min_value?: string;
  max_value?: string;
}

function numberError(value: string, limits: NumberLimits): string | undefined {
  const number = Number(value);
  if (Number.isNaN(number)) return 'Please enter a number.';
  if (!limits.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (limits.min_value !== undefined && number < Number(limits.min_value))
    return `Please enter a number of at least ${limits.min_value}.`;
  if (limits.max_value !== undefined && number > Number(limits.max_value))
    return `Please enter a number no greater than ${limits.max_value}.`;
  return undefined;
}
