import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { ChevronIcon } from '../icons.tsx';
import { useActiveIndex } from '../overlay/active-index.ts';
import { Popover } from '../overlay/popover.tsx';
import { ChoiceList } from './choice-list.tsx';
import { type Choice, type ChoiceGroup, matching } from './select-choices.ts';

/** How long a list must be to be worth typing into; shorter ones don't raise a phone's keyboard. */
const TYPING_PAYS_FROM = 8;

interface ComboboxProps {
  groups: ChoiceGroup[];
  chosen: string[];
  /** What the closed field shows. */
  shown: string;
  placeholder: string;
  label: string | undefined;
  inputId: string | undefined;
  actionId: string | undefined;
  pending: boolean;
  invalid: boolean | undefined;
  autoFocus: boolean | undefined;
  onPick: (choice: Choice) => void;
}

/** Slack's select: a field that opens a menu, narrowed by typing. */
export function Combobox({ groups, chosen, shown, placeholder, label, onPick, ...rest }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = matching(groups, query);
  const flat = found.flatMap((group) => group.choices);
  const all = groups.flatMap((group) => group.choices);
  const { active, setActive, onArrow } = useActiveIndex(flat.length);

  const show = () => {
    if (open) return;
    setQuery('');
    setActive(
      Math.max(
        0,
        all.findIndex((choice) => choice.id === chosen[0]),
      ),
    );
    setOpen(true);
  };
  const pick = (choice: Choice | undefined) => {
    setOpen(false);
    if (choice) onPick(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (!['Enter', ' ', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
      event.preventDefault();
      return show();
    }
    if (onArrow(event) || !['Enter', 'Escape', 'Tab'].includes(event.key)) return;
    if (event.key === 'Tab') return setOpen(false);
    event.preventDefault();
    event.stopPropagation();
    pick(event.key === 'Enter' ? flat[active] : undefined);
  };

  return (
    <span className="select" data-open={open}>
      <input
        ref={field}
        type="text"
        role="combobox"
        className="field select-field"
        id={rest.inputId}
        aria-label={rest.inputId ? undefined : (label ?? placeholder)}
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        aria-invalid={rest.invalid}
        aria-busy={rest.pending}
        autoComplete="off"
        inputMode={all.length < TYPING_PAYS_FROM ? 'none' : 'search'}
        data-action={rest.actionId}
        data-autofocus={rest.autoFocus || undefined}
        data-chosen={shown !== ''}
        placeholder={open && shown ? shown : placeholder}
        value={open ? query : shown}
        onChange={(event) => {
          show();
          setQuery(event.target.value);
          setActive(0);
        }}
        onClick={() => (open ? setOpen(false) : show())}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ChevronIcon />
      {open && (
        <Popover anchor={field.current} className="menu" matchWidth onClose={() => setOpen(false)}>
          <ChoiceList
            id={listId}
            label={label ?? placeholder}
            groups={found}
            active={active}
            chosen={chosen}
            onHover={setActive}
            onPick={pick}
          />
        </Popover>
      )}
    </span>
  );
}
