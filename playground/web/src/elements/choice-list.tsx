import { CheckIcon } from '../icons.tsx';
import { PlainText } from '../text/plain-text.tsx';
import { Avatar } from '../workspace/avatar.tsx';
import type { Choice, ChoiceGroup } from './select-choices.ts';

interface ChoiceListProps {
  id: string;
  label: string | undefined;
  groups: ChoiceGroup[];
  /** The index of the entry that the arrow keys are on, counted over all groups. */
  active: number;
  chosen: string[];
  onHover: (index: number) => void;
  onPick: (choice: Choice) => void;
}

/** The menu of a select. The focus stays in its field, which names the active entry. */
export function ChoiceList({ id, label, groups, active, chosen, onHover, onPick }: ChoiceListProps) {
  const flat = groups.flatMap((group) => group.choices);
  const option = (choice: Choice) => {
    const index = flat.indexOf(choice);
    return (
      <div
        key={choice.id}
        id={`${id}-${index}`}
        role="option"
        tabIndex={-1}
        className="menu-item"
        aria-selected={chosen.includes(choice.id)}
        data-active={index === active}
        ref={index === active ? (entry) => entry?.scrollIntoView({ block: 'nearest' }) : undefined}
        onPointerMove={() => onHover(index)}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onPick(choice)}
        onKeyDown={(event) => event.key === 'Enter' && onPick(choice)}
      >
        {choice.member && <Avatar member={choice.member} size={20} />}
        <span className="menu-item-text">
          <PlainText text={choice.text} />
          {choice.description && <small>{choice.description}</small>}
        </span>
        {chosen.includes(choice.id) && <CheckIcon />}
      </div>
    );
  };
  return (
    <div id={id} role="listbox" aria-label={label ?? 'Options'}>
      {flat.length === 0 && <div className="menu-empty">No items match.</div>}
      {groups.map((group) =>
        group.label === undefined ? (
          group.choices.map(option)
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div key={group.label} role="group" aria-label={group.label}>
            <div className="menu-label">{group.label}</div>
            {group.choices.map(option)}
          </div>
        ),
      )}
    </div>
  );
}
