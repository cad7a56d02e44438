import type { Select as SelectElement } from '@slack/types';
import { type ElementProps, useElement } from '../surface/use-element.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { Combobox } from './combobox.tsx';
import { choiceGroupsOf, chosenIds, selectionKey } from './select-choices.ts';

export function Select(props: ElementProps<SelectElement>) {
  const { element, inputId, label, invalid } = props;
  const { state, choose, pending } = useElement(props);
  const groups = choiceGroupsOf(element, useWorkspace());
  const chosen = chosenIds(state);
  const shown = groups.flatMap((group) => group.choices).find((choice) => choice.id === chosen[0]);
  return (
    <Combobox
      groups={groups}
      chosen={chosen}
      shown={shown?.text ?? ''}
      placeholder={element.placeholder?.text ?? 'Select an item'}
      label={label}
      inputId={inputId}
      actionId={element.action_id}
      pending={pending}
      invalid={invalid}
      autoFocus={element.focus_on_load}
      onPick={(choice) => choose({ ...state, [selectionKey(state)]: choice.stored })}
    />
  );
}
