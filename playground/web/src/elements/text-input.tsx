import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import type { ChangeEvent, KeyboardEvent } from 'react';
import { chosenPart } from '../surface/element-state.ts';
import { type ElementProps, useElement } from '../surface/use-element.ts';

type TextElement = PlainTextInput | NumberInput | EmailInput | URLInput;

/** From how many remaining characters on the page counts them down. */
const COUNTED_FROM = 50;

export function TextInput(props: ElementProps<TextElement>) {
  const { element, inputId, label, invalid, dispatches } = props;
  const { state, hold, act, pending } = useElement(props);
  const value = typeof state.value === 'string' ? state.value : '';
  const multiline = element.type === 'plain_text_input' && element.multiline === true;
  const reportsOn = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];

  const onChange = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const next = { ...state, value: event.target.value || null };
    hold(next);
    if (dispatches && reportsOn.includes('on_character_entered')) void act(chosenPart(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const reports = dispatches && reportsOn.includes('on_enter_pressed');
    if (event.key !== 'Enter' || !reports || (multiline && event.shiftKey)) return;
    event.preventDefault();
    void act(chosenPart(state));
  };

  const shared = {
    id: inputId,
    className: 'field',
    value,
    placeholder: element.placeholder?.text,
    'aria-label': inputId ? undefined : label,
    'aria-invalid': invalid,
    'aria-busy': pending,
    'data-action': element.action_id,
    'data-autofocus': element.focus_on_load || undefined,
    autoComplete: 'off',
    onChange,
    onKeyDown,
  };
  return (
    <span className="text-input">
      {multiline ? (
        <textarea rows={4} {...shared} />
      ) : (
        <input type="text" inputMode={element.type === 'number_input' ? 'decimal' : 'text'} {...shared} />
      )}
      <Remaining value={value} max={element.type === 'plain_text_input' ? element.max_length : undefined} />
    </span>
  );
}

function Remaining({ value, max }: { value: string; max: number | undefined }) {
  if (max === undefined || max - value.length > COUNTED_FROM) return null;
  const remaining = max - value.length;
  return <span className={remaining < 0 ? 'remaining remaining-over' : 'remaining'}>{remaining}</span>;
}
