import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

const GAP = 4;
const MARGIN = 8;

interface PopoverProps {
  anchor: HTMLElement | null;
  className?: string;
  /** Makes it at least as wide as its anchor, as a select's menu is. */
  matchWidth?: boolean;
  prefer?: 'below' | 'above';
  onClose: () => void;
  children: ReactNode;
}

/** Floats beside its anchor in the browser's top layer, so that no scrolling box cuts it off. */
export function Popover({ anchor, className = '', matchWidth, prefer, onClose, children }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box || !anchor) return;
    box.showPopover();
    const update = () => place(box, anchor, matchWidth === true, prefer ?? 'below');
    update();
    const resizes = new ResizeObserver(update);
    resizes.observe(box);
    window.addEventListener('resize', update);
    window.addEventListener('scroll', update, true);
    return () => {
      resizes.disconnect();
      window.removeEventListener('resize', update);
      window.removeEventListener('scroll', update, true);
    };
  }, [anchor, matchWidth, prefer]);

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target;
      if (target instanceof Node && !ref.current?.contains(target) && !anchor?.contains(target)) close();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [anchor]);

  return (
    <div ref={ref} popover="manual" className={`popover ${className}`}>
      {children}
    </div>
  );
}

function place(box: HTMLElement, anchor: HTMLElement, matchWidth: boolean, prefer: 'below' | 'above') {
  const at = anchor.getBoundingClientRect();
  if (matchWidth) box.style.minWidth = `${at.width}px`;
  const below = window.innerHeight - at.bottom - GAP - MARGIN;
  const above = at.top - GAP - MARGIN;
  const wanted = box.scrollHeight;
  const goesBelow =
    prefer === 'below' ? below >= Math.min(wanted, 320) || below >= above : above < wanted && below > above;
  box.style.maxHeight = `${Math.min(320, goesBelow ? below : above)}px`;
  const height = Math.min(box.offsetHeight, goesBelow ? below : above);
  box.style.top = `${goesBelow ? at.bottom + GAP : at.top - GAP - height}px`;
  box.style.left = `${Math.max(MARGIN, Math.min(at.left, window.innerWidth - box.offsetWidth - MARGIN))}px`;
}
