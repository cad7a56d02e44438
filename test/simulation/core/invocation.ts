import type { Millis } from '../../../src/time.ts';
import type { Choices } from './choices.ts';
import type { Fault, FaultPlan, Port } from './faults.ts';
import { type Attempt, type Failing, MISHAPS } from './mishaps.ts';
import type { Scheduler } from './scheduler.ts';

/** Lambda ends an invocation that takes longer. */
const FUNCTION_TIMEOUT: Millis = 10_000;

/** What invocations share. */
export interface Surroundings {
  scheduler: Scheduler;
  choices: Choices;
  faults: FaultPlan;
  /** Calls of ports so far. */
  calls: number;
}

/** What is called, and how its caller learns of failures. */
export interface Target<T> {
  port: Port;
  method: string;
  failing: Failing;
  effect(): Promise<T>;
  /** What happens if only a part of a batch gets through. */
  part(): Promise<T>;
}

/** One run of one of the two Lambda functions. It may die at any call of a port; then nothing of it goes on. */
export class Invocation {
  readonly name: string;
  #calls = 0;
  #dead = false;
  /** Whether calls that were under way when it died take effect all the same. */
  #landing = false;
  readonly #world: Surroundings;
  readonly #onDeath: () => void;
  readonly #cancelTimeout: () => void;
  readonly #began: Millis;

  constructor(world: Surroundings, name: string, onDeath: () => void) {
    this.name = name;
    this.#world = world;
    this.#onDeath = onDeath;
    this.#began = world.scheduler.now;
    this.#cancelTimeout = world.scheduler.after(FUNCTION_TIMEOUT, `${name} runs out of time`, () =>
      this.die(),
    );
  }

  /** Until Lambda ends it. */
  timeLeft(): Millis {
    return this.#began + FUNCTION_TIMEOUT - this.#world.scheduler.now;
  }

  /** It has answered: what it may still do no longer matters to anybody. */
  end(): void {
    this.#cancelTimeout();
  }

  die(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#landing = this.#world.choices.pick(2, 'detail') === 1;
    this.#cancelTimeout();
    this.#onDeath();
  }

  /** A call of a port: its effect happens when the scheduler says so, or not, or twice. */
  call<T>({ port, method, failing, effect, part }: Target<T>): Promise<T> {
    if (this.#dead) return new Promise(() => {});
    this.#world.calls += 1;
    this.#calls += 1;
    const { calls: number, faults } = this.#world;
    const fault = faults({ port, method, caller: this.name, number });
    const label = `${this.name}.${this.#calls}: ${port}.${method}${fault === 'none' ? '' : ` [${fault}]`}`;
    const happen = () => {
      const answer = (fault === 'done in part' ? part : effect)();
      // Nobody may be left to hear of its failure.
      answer.catch(() => {});
      return answer;
    };
    return new Promise((resolve) => {
      this.#begin(label, fault, { failing, happen, answer: resolve });
    });
  }

  sleep(ms: Millis): Promise<void> {
    const effect = () => this.#world.scheduler.sleep(ms, `${this.name}: awake`);
    return this.call({ port: 'sleep', method: 'sleep', failing: NEVER, effect, part: effect });
  }

  #begin<T>(label: string, fault: Fault, call: Pick<Attempt<T>, 'failing' | 'happen' | 'answer'>): void {
    const { scheduler, choices } = this.#world;
    MISHAPS[fault]({
      ...call,
      act: (run) =>
        scheduler.add(label, () => {
          if (!this.#dead) run();
          else if (this.#landing && fault !== 'fails') call.happen();
        }),
      after: (ms, what, run) => {
        scheduler.after(ms, `${label} ${what}`, run);
      },
      again: () => this.#begin(label, 'none', call),
      die: () => this.die(),
      seconds: (most) => 1000 * (1 + choices.pick(most, 'detail')),
    });
  }
}

const NEVER: Failing = { broken: () => Promise.reject(), limited: () => Promise.reject() };
