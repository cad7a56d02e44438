import { randomNumbers } from './random.ts';

/**
 * `order`: which of the pending operations happens next. `fault`: what goes wrong with one. `detail`: whatever
 * else people and queues may do in more than one way.
 */
export type ChoiceKind = 'order' | 'fault' | 'detail';

export interface Choice {
  kind: ChoiceKind;
  /** What was chosen: 0 … options - 1. */
  value: number;
  options: number;
}

/**
 * Everything in a simulation that could go one way or another is chosen here, so that the list of choices *is*
 * the schedule: it can be repeated, shortened and enumerated. 0 is always the tamest: the oldest operation
 * first, no fault, nothing unusual.
 */
export class Choices {
  readonly made: Choice[] = [];
  readonly #source: (kind: ChoiceKind, options: number, index: number) => number;

  constructor(source: (kind: ChoiceKind, options: number, index: number) => number) {
    this.#source = source;
  }

  /** A number from 0 to `options` - 1. */
  pick(options: number, kind: ChoiceKind): number {
    if (options < 2) return 0;
    const value = Math.min(options - 1, Math.max(0, this.#source(kind, options, this.made.length)));
    this.made.push({ kind, value, options });
    return value;
  }

  /** Which of the pending operations happens next; they have labels, the same in every run. */
  next(operations: readonly { label: string }[]): number {
    return this.pick(operations.length, 'order');
  }

  /** From here on (and up to the next call) every order of operations is of interest. */
  explore(): void {}

  oneOf<T>(items: readonly [T, ...T[]], kind: ChoiceKind = 'detail'): T {
    return items[this.pick(items.length, kind)] ?? items[0];
  }
}

/** Repeats a schedule; what it does not say is chosen tamely. */
export function replayed(values: readonly number[]): Choices {
  return new Choices((_kind, _options, index) => values[index] ?? 0);
}

/** How often an operation other than the oldest goes first, and how often it is then the newest. */
const TEMPERS = [
  { hasty: 1, newest: 0 },
  { hasty: 0.3, newest: 0 },
  { hasty: 1, newest: 0.8 },
  { hasty: 0.6, newest: 0.5 },
] as const;

/**
 * Chooses at random. Each seed has a temper of its own: uniformly random orders alone hardly ever let one
 * invocation wait while another runs from beginning to end.
 */
export function seeded(seed: number): Choices {
  const random = randomNumbers(seed);
  const temper = TEMPERS[Math.floor(random() * TEMPERS.length)] ?? TEMPERS[0];
  const faultRate = 0.01 + random() * 0.09;
  return new Choices((kind, options) => {
    if (kind === 'fault') return random() < faultRate ? 1 + Math.floor(random() * (options - 1)) : 0;
    if (kind === 'order') {
      if (random() >= temper.hasty) return 0;
      if (random() < temper.newest) return options - 1;
    }
    return Math.floor(random() * options);
  });
}
