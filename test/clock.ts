import type { Clock } from '../src/time.ts';

/** A clock that stands still unless it is told to go on. */
export interface ManualClock {
  now: Clock;
  advance(ms: number): void;
  set(ms: number): void;
}

export function manualClock(start = 1_700_000_000_000): ManualClock {
  let time = start;
  return {
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
    set: (ms) => {
      time = ms;
    },
  };
}

/** The computer's clock, which a test sets ahead where it can't wait. */
export function clockAhead(): Pick<ManualClock, 'now' | 'advance'> {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
