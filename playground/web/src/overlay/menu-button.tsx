import {
  type ButtonHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useActiveIndex } from './active-index.ts';
import { Popover } from './popover.tsx';

interface MenuButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  'aria-label': string;
  items: { key: string; content: ReactNode }[];
  onPick: (index: number) => void;
}

/** A button that opens a menu; the arrow keys move the focus from entry to entry. */
export function MenuButton({ items, onPick, children, ...rest }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const { active, setActive, onArrow } = useActiveIndex(items.length);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const entries = menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]');
    if (open) entries?.[active]?.focus({ preventScroll: true });
  }, [open, active]);

  const toggle = () => {
    setActive(0);
    setOpen(!open);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const pick = (index: number) => {
    close();
    onPick(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || onArrow(event)) return;
    if (event.key === 'Tab') return close();
    if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else pick(active);
  };

  return (
    <>
      <button ref={button} type="button" aria-haspopup="menu" aria-expanded={open} onClick={toggle} {...rest}>
        {children}
      </button>
      {open && (
        <Popover anchor={button.current} className="menu" onClose={() => setOpen(false)}>
          <div ref={menu} role="menu" aria-label={rest['aria-label']}>
            {items.map(({ key, content }, index) => (
              <div
                key={key}
                role="menuitem"
                tabIndex={-1}
                className="menu-item"
                data-active={index === active}
                onPointerMove={() => setActive(index)}
                onClick={() => pick(index)}
                onKeyDown={onKeyDown}
              >
                {content}
              </div>
            ))}
          </div>
        </Popover>
      )}
    </>
  );
}
