import type { MultiSelect as MultiSelectElement } from '@slack/types';
import { CloseIcon } from '../icons.tsx';
import { type ElementProps, useElement } from '../surface/use-element.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { Combobox } from './combobox.tsx';
import { type Choice, choiceGroupsOf, chosenIds, selectionKey } from './select-choices.ts';

/** Shows what was chosen as tokens above the field. */
export function MultiSelect(props: ElementProps<MultiSelectElement>) {
  const { element, inputId, label, invalid } = props;
  const { state, choose, pending } = useElement(props);
  const groups = choiceGroupsOf(element, useWorkspace());
  const all = groups.flatMap((group) => group.choices);
  const chosen = chosenIds(state);
  const limit = element.max_selected_items ?? Number.POSITIVE_INFINITY;

  const toggle = ({ id }: Choice) => {
    const ids = chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id].slice(0, limit);
    const stored = all.filter((choice) => ids.includes(choice.id)).map((choice) => choice.stored);
    choose({ ...state, [selectionKey(state)]: stored });
  };

  return (
    <span className="multi-select">
      {all
        .filter((choice) => chosen.includes(choice.id))
        .map((choice) => (
          <button
            key={choice.id}
            type="button"
            className="token"
            aria-label={`Remove ${choice.text}`}
            onClick={() => toggle(choice)}
          >
            {choice.text}
            <CloseIcon />
          </button>
        ))}
      <Combobox
        groups={groups}
        chosen={chosen}
        shown=""
        placeholder={element.placeholder?.text ?? 'Select options'}
        label={label}
        inputId={inputId}
        actionId={element.action_id}
        pending={pending}
        invalid={invalid}
        autoFocus={element.focus_on_load}
        onPick={toggle}
      />
    </span>
  );
}
