import type { Choices } from '../core/choices.ts';
import { Explored, type Orders } from './explored.ts';
import { areIndependent } from './independence.ts';

/** A point at which operations were pending, and what has become of them so far. */
interface Point {
  pending: readonly string[];
  chosen: number;
  /** Need not be tried here: orders that begin with them lead to what has been seen already. */
  asleep: ReadonlySet<string>;
}

/** This order has been seen, but for operations that don't mind each other's order. */
export class SeenAlready extends Error {}

/** One order after another, depth first, without those that differ in nothing (known as sleep sets). */
export class EveryOrder implements Orders {
  readonly #points: Point[] = [];

  /** Repeats the points so far and goes on from the last of them. */
  begin(): Choices {
    let depth = 0;
    return new Explored((operations) => this.#choose(depth++, operations));
  }

  advance(): boolean {
    for (let point = this.#points.pop(); point; point = this.#points.pop()) {
      const asleep = new Set([...point.asleep, point.pending[point.chosen] ?? '']);
      const chosen = point.pending.findIndex((label) => !asleep.has(label));
      if (chosen < 0) continue;
      this.#points.push({ ...point, chosen, asleep });
      return true;
    }
    return false;
  }

  #choose(depth: number, operations: readonly { label: string }[]): number {
    const known = this.#points[depth];
    if (known) return known.chosen;
    const pending = operations.map(({ label }) => label);
    const asleep = stillAsleep(this.#points[depth - 1]);
    const chosen = pending.findIndex((label) => !asleep.has(label));
    if (chosen < 0) throw new SeenAlready();
    this.#points.push({ pending, chosen, asleep });
    return chosen;
  }
}

/** An operation wakes up when one happens that it does mind. */
function stillAsleep(before: Point | undefined): Set<string> {
  if (!before) return new Set();
  const happened = before.pending[before.chosen] ?? '';
  return new Set([...before.asleep].filter((label) => areIndependent(label, happened)));
}
