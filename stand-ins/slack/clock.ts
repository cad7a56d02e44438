/**
 * Slack's time. Its timestamps (`ts`, `action_ts`) are seconds with six decimals, and unique: a message's
 * `ts` is its id.
 */
export class Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  #lastMicros = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  /** A new timestamp such as `1700000000.123456`, greater than every one before it. */
  timestamp(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, Math.trunc(this.now()) * 1000);
    const seconds = Math.trunc(this.#lastMicros / 1_000_000);
    return `${seconds}.${String(this.#lastMicros % 1_000_000).padStart(6, '0')}`;
  }
}
