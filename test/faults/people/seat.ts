import { setTimeout as sleep } from 'node:timers/promises';
import { parseValue } from '../../../blocks/ids.ts';
import { type Action, messageActionPayload } from '../../../stand-ins/slack/action.ts';
import type { Json } from '../../../stand-ins/slack/blockkit/json.ts';
import { findButton, findChoice, type Selector } from '../../../stand-ins/slack/selector.ts';
import type { Message } from '../../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import type { Place } from '../place.ts';
import type { Tap } from './tap.ts';

/** More taps than this without an answer: something never heals. */
const PATIENCE = 40;

/** A person at a window of their own in a place. */
export class Seat {
  readonly userId: string;
  readonly windowId: string;
  readonly #slack: Slack;
  readonly #place: Place;

  constructor(slack: Slack, place: Place, userId: string) {
    this.userId = userId;
    this.windowId = `${place.channelId} ${userId}`;
    this.#slack = slack;
    this.#place = place;
  }

  /** The message as this person sees it now. */
  see(message: Message): Message {
    return this.#slack.current(message);
  }

  /**
   * Taps what the selector finds until the app acknowledges it, as people do. Answers with that tap, or
   * `undefined` if the button has gone meanwhile: the message has moved on.
   */
  async tap(message: Message, selector: Selector): Promise<Tap | undefined> {
    return this.#untilAcked(() => {
      const rendering = this.see(message);
      const action = found(() => findButton(rendering.blocks, selector));
      return action && this.payload(rendering, action);
    });
  }

  /** The same for an item of a menu. */
  async choose(message: Message, choice: string): Promise<Tap | undefined> {
    return this.#untilAcked(() => {
      const rendering = this.see(message);
      const action = found(() => findChoice(rendering.blocks, choice, undefined, []));
      return action && this.payload(rendering, action);
    });
  }

  /** Taps a button in an old picture of the message, until it is acknowledged. */
  async tapStale(rendering: Message, selector: Selector): Promise<Tap | undefined> {
    return this.#untilAcked(() => this.payload(rendering, findButton(rendering.blocks, selector)));
  }

  /** Taps what is not shown yet: a button with this id for the round of the one that the selector finds. */
  async tapAhead(rendering: Message, selector: Selector, actionId: string): Promise<Tap | undefined> {
    return this.#untilAcked(() => {
      const payload = this.payload(rendering, findButton(rendering.blocks, selector));
      const [action] = payload.actions as Json[];
      return { ...payload, actions: [{ ...action, action_id: actionId }] };
    });
  }

  payload(rendering: Message, action: Action): Json {
    const { core } = this.#slack;
    const window = core.windows.open(this.windowId, this.userId);
    return messageActionPayload(core, window, rendering, action);
  }

  async #untilAcked(payloadNow: () => Json | undefined): Promise<Tap | undefined> {
    for (let tries = 0; tries < PATIENCE; tries++) {
      const payload = payloadNow();
      if (!payload) return undefined;
      const tap = await this.#deliver(payload);
      if (tap.acked) return tap;
      await sleep(50 * Math.min(tries + 1, 6));
    }
    const last = this.#place.taps.findLast(({ userId }) => userId === this.userId);
    throw new Error(`${this.userId} was not answered ${PATIENCE} times: ${JSON.stringify(last)}`);
  }

  async #deliver(payload: Json): Promise<Tap> {
    const tap = tapOf(this.userId, payload);
    this.#place.record(tap, payload.response_url);
    const { status } = await this.#slack.deliverPayload(payload);
    tap.ended = Date.now();
    tap.acked = status === 200;
    return tap;
  }
}

function tapOf(userId: string, payload: Json): Tap {
  const [action] = payload.actions as [Json];
  const option = action.selected_option as Json | undefined;
  const ref = parseValue(action.value ?? option?.value);
  if (!ref) throw new Error(`${JSON.stringify(action)} carries no session`);
  const { sessionId, story, round, detail } = ref;
  const isItem = action.action_id === 'menu';
  return {
    userId,
    sessionId,
    of: { story, round },
    at: String(action.action_ts),
    began: Date.now(),
    what: isItem ? String(detail) : String(action.action_id),
    ...(!isItem && detail !== undefined && { card: detail }),
    acked: false,
    told: [],
  };
}

function found(find: () => Action): Action | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
