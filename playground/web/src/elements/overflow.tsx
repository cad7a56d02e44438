import type { Overflow as OverflowElement } from '@slack/types';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { MoreIcon } from '../icons.tsx';
import { useActiveIndex } from '../overlay/active-index.ts';
import { Popover } from '../overlay/popover.tsx';
import { type ElementProps, useElement } from '../surface/use-element.ts';
import { PlainText } from '../text/plain-text.tsx';

export function Overflow(props: ElementProps<OverflowElement>) {
  const { options, action_id: actionId } = props.element;
  const { act, pending } = useElement(props);
  const [open, setOpen] = useState(false);
  const { active, setActive, onArrow } = useActiveIndex(options.length);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  // The arrow keys move the focus itself from entry to entry.
  useEffect(() => {
    const entries = menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]');
    if (open) entries?.[active]?.focus({ preventScroll: true });
  }, [open, active]);

  const toggle = () => {
    setActive(0);
    setOpen(!open);
  };
  const pick = (index: number) => {
    const option = options[index];
    setOpen(false);
    button.current?.focus();
    if (!option) return;
    if (option.url) window.open(option.url, '_blank', 'noreferrer');
    void act({ selected_option: option });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || onArrow(event)) return;
    if (event.key === 'Tab') {
      setOpen(false);
      button.current?.focus();
      return;
    }
    if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== 'Escape') return pick(active);
    setOpen(false);
    button.current?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-overflow"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={pending}
        data-action={actionId}
        onClick={toggle}
      >
        <span className="button-text">
          <MoreIcon />
        </span>
      </button>
      {open && (
        <Popover anchor={button.current} className="menu" onClose={() => setOpen(false)}>
          <div ref={menu} role="menu" aria-label="More actions">
            {options.map((option, index) => (
              <div
                key={option.value ?? option.text.text}
                role="menuitem"
                tabIndex={-1}
                className="menu-item"
                data-active={index === active}
                onPointerMove={() => setActive(index)}
                onClick={() => pick(index)}
                onKeyDown={onKeyDown}
              >
                <PlainText text={option.text.text} emoji={option.text.emoji} />
                {option.description && <small>{option.description.text}</small>}
              </div>
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}
