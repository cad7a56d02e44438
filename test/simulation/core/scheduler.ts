import { setImmediate as othersHadTheirTurn } from 'node:timers/promises';
import type { Millis } from '../../../src/time.ts';
import type { Choices } from './choices.ts';

/** Virtual time begins here. */
const START: Millis = 1_800_000_000_000;
/** What one operation takes. */
const STEP: Millis = 4;

export class NeverSettles extends Error {}

interface Operation {
  label: string;
  run(): void;
}

interface Timer extends Operation {
  at: Millis;
}

interface Waiting {
  condition(): boolean;
  resolve(holds: boolean): void;
}

/** What may happen by itself: it is asked before every step. */
export interface Background {
  /** May add operations that have become possible. */
  poll(): void;
  /** When something may become possible next, if nothing else happens. */
  nextAt(): Millis | undefined;
}

/**
 * Virtual time and its order. Whoever wants something to happen adds an operation; which of the pending ones
 * takes effect next is a choice. Time passes with every operation, and jumps when there is none.
 */
export class Scheduler {
  now: Millis = START;
  /** Operations that have taken effect so far. */
  steps = 0;
  readonly #choices: Choices;
  readonly #trace: ((line: string) => void) | undefined;
  readonly #maxSteps: number;
  readonly #ready: Operation[] = [];
  readonly #timers = new Set<Timer>();
  readonly #waiting: Waiting[] = [];
  readonly #backgrounds: Background[] = [];

  constructor(choices: Choices, options: { maxSteps: number; trace?: (line: string) => void }) {
    this.#choices = choices;
    this.#maxSteps = options.maxSteps;
    this.#trace = options.trace;
  }

  /** Adds what may happen now, in any order. */
  add(label: string, run: () => void): void {
    this.#ready.push({ label, run });
  }

  /** Adds what may happen from then on. */
  after(ms: Millis, label: string, run: () => void): () => void {
    const timer = { at: this.now + ms, label, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  sleep(ms: Millis, label: string): Promise<void> {
    return new Promise((resolve) => this.after(ms, label, resolve));
  }

  /** Resolves once the condition holds: `true`; or once nothing else can ever happen: `false`. */
  when(condition: () => boolean): Promise<boolean> {
    return new Promise((resolve) => this.#waiting.push({ condition, resolve }));
  }

  addBackground(background: Background): void {
    this.#backgrounds.push(background);
  }

  /** Runs until nothing is left to happen. Throws `NeverSettles` if there is no end to it. */
  async run(): Promise<void> {
    // Once a run, timers and messages of the process that this runs in get their turn.
    await othersHadTheirTurn();
    for (;;) {
      // All that the last operation has set off: promises only, for everything else goes through here. They come
      // before the next tick, which comes much sooner than the next turn of the event loop.
      await new Promise<void>((resolve) => process.nextTick(resolve));
      if (this.#wakeThoseWhoWait()) continue;
      this.#wakeTimers();
      for (const background of this.#backgrounds) background.poll();
      const next = this.#ready.splice(this.#choices.next(this.#ready), 1)[0];
      if (next) this.#step(next);
      else if (!this.#jump() && !this.#giveUp()) return;
    }
  }

  #step({ label, run }: Operation): void {
    this.steps += 1;
    if (this.steps > this.#maxSteps) throw new NeverSettles(`no end after ${this.#maxSteps} operations`);
    this.now += STEP;
    this.#trace?.(label);
    run();
  }

  #wakeThoseWhoWait(): boolean {
    const index = this.#waiting.findIndex(({ condition }) => condition());
    if (index < 0) return false;
    this.#waiting.splice(index, 1)[0]?.resolve(true);
    return true;
  }

  #wakeTimers(): void {
    for (const timer of this.#timers) {
      if (timer.at > this.now) continue;
      this.#timers.delete(timer);
      this.#ready.push(timer);
    }
  }

  /** Nothing can happen now: on to when something can. */
  #jump(): boolean {
    const times = [
      ...[...this.#timers].map(({ at }) => at),
      ...this.#backgrounds.flatMap((background) => background.nextAt() ?? []),
    ];
    if (times.length === 0) return false;
    this.now = Math.max(this.now, Math.min(...times));
    return true;
  }

  #giveUp(): boolean {
    const waiting = this.#waiting.shift();
    waiting?.resolve(false);
    return waiting !== undefined;
  }
}
