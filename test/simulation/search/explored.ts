import { Choices } from '../core/choices.ts';

/** A pending operation, by its label. */
type Pending = readonly { label: string }[];

/** Orders of a story's events, one after another. */
export interface Orders {
  /** The choices of the next run. */
  begin(): Choices;
  /** On to the next order; `false` if there is none. */
  advance(): boolean;
}

/** The oldest operation goes first, but from where a story calls `explore` up to where it calls it again. */
export class Explored extends Choices {
  readonly #choose: (operations: Pending) => number;
  #explores: 'not yet' | 'now' | 'no more' = 'not yet';

  /** @param choose which of the operations goes first in between */
  constructor(choose: (operations: Pending) => number) {
    super(() => 0);
    this.#choose = choose;
  }

  override explore(): void {
    this.#explores = this.#explores === 'not yet' ? 'now' : 'no more';
  }

  override next(operations: Pending): number {
    const chosen = this.#explores === 'now' && operations.length > 0 ? this.#choose(operations) : 0;
    this.made.push({ kind: 'order', value: chosen, options: operations.length });
    return chosen;
  }
}
