import type { Clock } from './clock.ts';
import { SlackError } from './slack-error.ts';

/**
 * Trigger ids: the permission to open a modal in the window of the person who has just done something.
 * They live three seconds and can be used once.
 * @see https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses
 */
export class Triggers {
  readonly #clock: Clock;
  readonly #lifeMs: number;
  readonly #issued = new Map<string, { windowId: string; at: number; exchanged: boolean }>();

  constructor(clock: Clock, lifeMs: number) {
    this.#clock = clock;
    this.#lifeMs = lifeMs;
  }

  issue(windowId: string): string {
    const serial = this.#issued.size + 1;
    const id = `${this.#clock.now()}.${serial}.${crypto.randomUUID().replaceAll('-', '')}`;
    this.#issued.set(id, { windowId, at: this.#clock.now(), exchanged: false });
    return id;
  }

  /**
   * Uses the trigger up; returns the window it is for.
   * @throws {SlackError} with the codes of https://docs.slack.dev/reference/methods/views.open#errors
   */
  exchange(id: string): string {
    const trigger = this.#issued.get(id);
    if (trigger === undefined) throw new SlackError('invalid_trigger_id');
    if (trigger.exchanged) throw new SlackError('exchanged_trigger_id');
    if (this.#clock.now() - trigger.at > this.#lifeMs) throw new SlackError('expired_trigger_id');
    trigger.exchanged = true;
    return trigger.windowId;
  }
}
