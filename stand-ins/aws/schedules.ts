import type { Delivery } from './schedule-delivery.ts';
import { type ScheduleRequest, timeOf } from './schedule-request.ts';

/** A schedule that waits. */
export interface WaitingSchedule {
  name: string;
  /** Milliseconds since the epoch: when it fires, or fires again after a failure. */
  at: number;
  input: string;
}

interface Schedule extends WaitingSchedule {
  request: ScheduleRequest;
  /** When it was to fire first. */
  since: number;
  failures: number;
}

/** setTimeout's maximum is 25 days. */
const LONGEST_SLEEP = 24 * 3600 * 1000;
/** EventBridge Scheduler's defaults. */
const RETRIES = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 };

/** What EventBridge Scheduler knows, and the clock by which it fires. Schedules are gone once they have fired. */
export class Schedules {
  readonly #waiting = new Map<string, Schedule>();
  readonly #delivery: Delivery;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #firing: Promise<void> = Promise.resolve();

  constructor(delivery: Delivery, now: () => number) {
    this.#delivery = delivery;
    this.#now = now;
  }

  get waiting(): readonly WaitingSchedule[] {
    return [...this.#waiting.values()].map(({ name, at, input }) => ({ name, at, input }));
  }

  find(name: string): ScheduleRequest | undefined {
    return this.#waiting.get(name)?.request;
  }

  add(name: string, request: ScheduleRequest): void {
    const at = timeOf(request);
    this.#waiting.set(name, { name, at, since: at, failures: 0, input: request.Target.Input, request });
    this.#sleep();
  }

  /** Fires all that is due, one schedule at a time; a second call waits for the first. */
  catchUp(): Promise<void> {
    this.#firing = this.#firing.then(async () => {
      for (const schedule of this.#waiting.values()) {
        if (schedule.at <= this.#now()) await this.#fire(schedule);
      }
      this.#sleep();
    });
    return this.#firing;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  async #fire(schedule: Schedule): Promise<void> {
    const { name, request, since } = schedule;
    try {
      await this.#delivery.toTarget(request.Target);
      this.#waiting.delete(name);
    } catch (error) {
      schedule.failures += 1;
      schedule.at = this.#now() + 1000 * Math.min(60, 2 ** schedule.failures);
      const { MaximumEventAgeInSeconds, MaximumRetryAttempts } = {
        ...RETRIES,
        ...request.Target.RetryPolicy,
      };
      const tooOld = schedule.at > since + 1000 * MaximumEventAgeInSeconds;
      if (!tooOld && schedule.failures <= MaximumRetryAttempts) return;
      this.#waiting.delete(name);
      await this.#delivery.toDeadLetters(request.Target, error).catch(() => {});
    }
  }

  #sleep(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0) return;
    const next = Math.min(...[...this.#waiting.values()].map(({ at }) => at));
    const delay = Math.min(LONGEST_SLEEP, Math.max(1, next - this.#now()));
    this.#timer = setTimeout(() => void this.catchUp(), delay);
  }
}
