import type { Millis } from '../../../src/time.ts';
import type { Fault } from './faults.ts';

/** A call of Slack's that timed out lands within this time, or never. */
const LANDS_WITHIN = 12;
/** How long the product waits for Slack. */
const SLACK_TIMEOUT: Millis = 2500;

/** How the caller of a port learns that something went wrong. */
export interface Failing {
  broken(): Promise<never>;
  limited(retryAfter: Millis): Promise<never>;
}

/** One call of a port that is under way. */
export interface Attempt<T> {
  failing: Failing;
  /** Lets it happen when the scheduler says so, unless its Lambda is dead by then. */
  act(run: () => void): void;
  /** The effect itself. */
  happen(): Promise<T>;
  answer(answer: Promise<T>): void;
  /** From then on. */
  after(ms: Millis, what: string, run: () => void): void;
  /** The same call once more, this time without mishap. */
  again(): void;
  die(): void;
  /** From 1 to `most` seconds, in ms. */
  seconds(most: number): Millis;
}

/** What each fault makes of a call. */
export const MISHAPS: Record<Fault, <T>(attempt: Attempt<T>) => void> = {
  none: ({ act, answer, happen }) => act(() => answer(happen())),
  fails: ({ act, answer, failing }) => act(() => answer(failing.broken())),
  limited: ({ act, answer, failing, seconds }) => act(() => answer(failing.limited(seconds(5)))),
  'done but lost': doneButLost,
  'done in part': doneButLost,
  repeated: ({ act, happen, again }) =>
    act(() => {
      happen();
      again();
    }),
  doubled: ({ act, answer, happen }) =>
    act(() => {
      happen();
      answer(happen());
    }),
  delayed: ({ act, answer, happen, after, seconds }) =>
    act(() => {
      // Only jobs are delayed, and sending one answers nothing.
      answer(new Promise((resolve) => resolve(undefined as never)));
      after(seconds(4), 'arrives', happen);
    }),
  slow: ({ after, seconds, again }) => after(seconds(2) - 300, 'begins', again),
  'lands late': ({ after, answer, failing, happen, seconds }) => {
    after(seconds(LANDS_WITHIN), 'lands', happen);
    after(SLACK_TIMEOUT, 'times out', () => answer(failing.broken()));
  },
  'dies before': ({ act, die }) => act(die),
  'dies after': ({ act, die, happen }) =>
    act(() => {
      happen();
      die();
    }),
  'dies, lands late': ({ act, after, die, happen, seconds }) => {
    after(seconds(LANDS_WITHIN), 'lands', happen);
    act(die);
  },
};

function doneButLost<T>({ act, answer, failing, happen }: Attempt<T>): void {
  act(() => {
    happen();
    answer(failing.broken());
  });
}
