import type { Checkboxes as CheckboxesElement, Option, RadioButtons as RadioElement } from '@slack/types';
import { useId } from 'react';
import { type ElementProps, useElement } from '../surface/use-element.ts';
import { Text } from '../text/text-object.tsx';
import { chosenIds } from './select-choices.ts';

const idOf = (option: Option) => option.value ?? option.text.text;

export function RadioButtons(props: ElementProps<RadioElement>) {
  const { state, choose } = useElement(props);
  const name = useId();
  return (
    <div className="choices" role="radiogroup" aria-label={props.label}>
      {props.element.options.map((option) => (
        <label key={idOf(option)} className="choice">
          <input
            type="radio"
            name={name}
            value={idOf(option)}
            checked={chosenIds(state).includes(idOf(option))}
            onChange={() => choose({ ...state, selected_option: option })}
          />
          <OptionText option={option} />
        </label>
      ))}
    </div>
  );
}

export function Checkboxes(props: ElementProps<CheckboxesElement>) {
  const { options } = props.element;
  const { state, choose } = useElement(props);
  const chosen = chosenIds(state);
  const toggle = (option: Option, on: boolean) => {
    const selected = options.filter((each) => (each === option ? on : chosen.includes(idOf(each))));
    choose({ ...state, selected_options: selected });
  };
  return (
    <fieldset className="choices" aria-label={props.label}>
      {options.map((option) => (
        <label key={idOf(option)} className="choice">
          <input
            type="checkbox"
            value={idOf(option)}
            checked={chosen.includes(idOf(option))}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          <OptionText option={option} />
        </label>
      ))}
    </fieldset>
  );
}

function OptionText({ option }: { option: Option }) {
  return (
    <span className="choice-text">
      <Text object={option.text} />
      {option.description && (
        <small>
          <Text object={option.description} />
        </small>
      )}
    </span>
  );
}
