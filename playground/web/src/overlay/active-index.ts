import { type KeyboardEvent, useState } from 'react';

/** Which of `count` entries of an open list the arrow keys are on. */
export function useActiveIndex(count: number) {
  const [index, setIndex] = useState(0);
  const active = Math.min(index, Math.max(0, count - 1));
  const onArrow = (event: KeyboardEvent): boolean => {
    const next = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: count - 1 }[event.key];
    if (next === undefined || count === 0) return false;
    event.preventDefault();
    setIndex((next + count) % count);
    return true;
  };
  return { active, setActive: setIndex, onArrow };
}
