import type { Choices } from '../core/choices.ts';
import { Explored, type Orders } from './explored.ts';

/** A point of a run at which operations were pending. */
interface Point {
  /** Indices of those that may go first here, the tamest first; and the index among them of the one that does. */
  candidates: readonly number[];
  chosen: number;
  /** Whether any but the tamest interrupts an invocation that could go on. */
  interrupts: boolean;
}

/**
 * Every order in which an invocation that could go on is interrupted by another, up to a given number of times; who
 * goes on when one has ended or sleeps is tried in all ways. What breaks a promise seldom takes more than two
 * interruptions.
 * https://www.microsoft.com/en-us/research/publication/iterative-context-bounding-for-systematic-testing-of-multithreaded-programs/
 */
export class FewInterruptions implements Orders {
  readonly #points: Point[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Repeats the points so far and goes on without an interruption. */
  begin(): Choices {
    let depth = 0;
    let running = '';
    return new Explored((operations) => {
      const callers = operations.map(({ label }) => callerOf(label));
      const at = depth++;
      this.#points[at] ??= newPoint(callers, running);
      const { candidates, chosen } = this.#points[at];
      const index = candidates[chosen] ?? 0;
      running = callers[index] ?? '';
      return index;
    });
  }

  advance(): boolean {
    for (let point = this.#points.pop(); point; point = this.#points.pop()) {
      const next = { ...point, chosen: point.chosen + 1 };
      if (next.chosen === point.candidates.length) continue;
      if ([...this.#points, next].filter(isInterruption).length > this.#most) continue;
      this.#points.push(next);
      return true;
    }
    return false;
  }
}

function newPoint(callers: readonly string[], running: string): Point {
  const all = callers.map((_, index) => index);
  const goesOn = callers.indexOf(running);
  if (goesOn < 0) return { candidates: all, chosen: 0, interrupts: false };
  const others = all.filter((index) => callers[index] !== running);
  return { candidates: [goesOn, ...others], chosen: 0, interrupts: true };
}

const isInterruption = ({ interrupts, chosen }: Point): boolean => interrupts && chosen > 0;

/** `slack 3` of `slack 3.7: store.slots`. */
const callerOf = (label: string): string => label.split('.')[0] ?? '';
