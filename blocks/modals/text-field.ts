import type { InputBlock, PlainTextInput } from '@slack/types';
import { defined } from '../../src/game/defined.ts';
import { plain } from '../text/mrkdwn.ts';

export interface TextField {
  label: string;
  hint?: string;
  /** What it may look like. */
  example?: string;
  /** What is in it already, and how much may be: 3000 characters at most. */
  text?: string;
  maxLength?: number;
  multiline?: boolean;
  required?: boolean;
  focused?: boolean;
}

/**
 * A field for a text. Its block and its element have the same id.
 * https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
 */
export function textField(id: string, { label, hint, example, text = '', ...field }: TextField): InputBlock {
  const element: PlainTextInput = defined({
    type: 'plain_text_input',
    action_id: id,
    ...(field.multiline && { multiline: true }),
    ...(field.focused && { focus_on_load: true }),
    max_length: field.maxLength,
    ...(example !== undefined && { placeholder: plain(example) }),
    ...(text !== '' && { initial_value: text }),
  });
  return {
    type: 'input',
    block_id: id,
    ...(!field.required && { optional: true }),
    label: plain(label),
    ...(hint !== undefined && { hint: plain(hint) }),
    element,
  };
}
