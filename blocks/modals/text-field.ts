import type { InputBlock, PlainTextInput } from '@slack/types';
import { defined } from '../../src/game/defined.ts';
import { plain } from '../text/mrkdwn.ts';

export interface TextField {
  label: string;
  hint?: string;
  /** What an answer may look like. */
  example?: string;
  /** What is in it already. */
  text?: string;
  /** How many characters it takes: Slack allows 3000 at most. */
  maxLength?: number;
  multiline?: true;
  required?: true;
  focused?: true;
  /** Where it isn't that of the element. */
  blockId?: string;
}

/**
 * A field for a text. Its block and its element have the same id.
 * https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
 */
export function textField(id: string, { label, hint, example, text = '', ...field }: TextField): InputBlock {
  const element: PlainTextInput = defined({
    type: 'plain_text_input',
    action_id: id,
    multiline: field.multiline,
    focus_on_load: field.focused,
    max_length: field.maxLength,
    placeholder: example === undefined ? undefined : plain(example),
    initial_value: text === '' ? undefined : text,
  });
  return defined({
    type: 'input',
    block_id: field.blockId ?? id,
    optional: field.required ? undefined : true,
    label: plain(label),
    hint: hint === undefined ? undefined : plain(hint),
    element,
  });
}
