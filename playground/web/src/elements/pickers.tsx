import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import type { ElementState } from '../../../../stand-ins/slack/shapes.ts';
import { type ElementProps, useElement } from '../surface/use-element.ts';

type Picker = Datepicker | Timepicker | DateTimepicker;

const NATIVE_TYPE = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;

/** The browser's own pickers, in Slack's frame. */
export function DateOrTimePicker(props: ElementProps<Picker>) {
  const { element, inputId, label, invalid } = props;
  const { state, choose, pending } = useElement(props);
  return (
    <input
      type={NATIVE_TYPE[element.type]}
      className="field field-date"
      id={inputId}
      aria-label={inputId ? undefined : (label ?? element.type)}
      aria-invalid={invalid}
      aria-busy={pending}
      data-action={element.action_id}
      data-autofocus={element.focus_on_load || undefined}
      value={toNative(element, state)}
      onChange={(event) => choose(fromNative(element, state, event.target.value))}
    />
  );
}

function toNative(element: Picker, state: ElementState): string {
  if (element.type === 'datepicker') return String(state.selected_date ?? '');
  if (element.type === 'timepicker') return String(state.selected_time ?? '');
  if (typeof state.selected_date_time !== 'number') return '';
  const local = new Date(state.selected_date_time * 1000);
  return new Date(local.getTime() - local.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Slack keeps date and time together as epoch seconds. */
function fromNative(element: Picker, state: ElementState, value: string): ElementState {
  if (element.type === 'datepicker') return { ...state, selected_date: value || null };
  if (element.type === 'timepicker') return { ...state, selected_time: value || null };
  return { ...state, selected_date_time: value ? Math.floor(new Date(value).getTime() / 1000) : null };
}
