import { useCallback, useEffect, useRef, useState } from 'react';

const NEAR_BOTTOM_PX = 60;

/** Keeps a scrolling box at its newest entry unless the reader has scrolled up. */
export function useStickToBottom() {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [away, setAway] = useState(false);

  const toBottom = useCallback(() => {
    sticks.current = true;
    setAway(false);
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, []);

  useEffect(() => {
    const scroller = box.current;
    if (!scroller || !content.current) return;
    const resizes = new ResizeObserver(() => {
      if (sticks.current) scroller.scrollTop = scroller.scrollHeight;
    });
    resizes.observe(content.current);
    resizes.observe(scroller);
    const onScroll = () => {
      const rest = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      sticks.current = rest < NEAR_BOTTOM_PX;
      setAway(!sticks.current);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resizes.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { box, content, away, toBottom };
}
