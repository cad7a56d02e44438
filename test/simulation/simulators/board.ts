import type { Chat, Outcome, PrivateLine, Rendering } from '../../../src/slack/chat.ts';
import type { Clock, Millis } from '../../../src/time.ts';

export interface BoardMessage {
  channelId: string;
  ts: string;
  /** All that it has ever shown, the newest last. */
  shown: { at: Millis; rendering: Rendering }[];
}

export const current = ({ shown }: BoardMessage): Rendering =>
  shown.at(-1)?.rendering ?? { text: '', blocks: [] };

/** A private line, and the response_url that it came through: each click has its own. */
export interface ToldLine {
  at: Millis;
  responseUrl: string;
  text: string;
}

/** Slack's side: channels with their messages, and what people are told in private. */
export class Board implements Chat {
  readonly messages: BoardMessage[] = [];
  readonly privateLines: ToldLine[] = [];
  readonly direct: { userId: string; text: string }[] = [];
  /** What Slack answers to every call that writes to a channel: archived, the app removed … */
  refusal: string | undefined;
  #count = 0;
  readonly #now: Clock;

  constructor(now: Clock) {
    this.#now = now;
  }

  async post(channelId: string, rendering: Rendering): Promise<Outcome<string>> {
    if (this.refusal) return refused(this.refusal);
    this.#count += 1;
    const ts = `${Math.floor(this.#now() / 1000)}.${String(this.#count).padStart(6, '0')}`;
    this.messages.push({ channelId, ts, shown: [{ at: this.#now(), rendering }] });
    return { ok: true, value: ts };
  }

  async update(channelId: string, ts: string, rendering: Rendering): Promise<Outcome> {
    if (this.refusal) return refused(this.refusal);
    const message = this.messages.find((one) => one.channelId === channelId && one.ts === ts);
    if (!message) return refused('message_not_found');
    message.shown.push({ at: this.#now(), rendering });
    return DONE;
  }

  async postDirect(userId: string, { text }: PrivateLine): Promise<Outcome> {
    if (this.refusal === 'token_revoked') return refused(this.refusal);
    this.direct.push({ userId, text });
    return DONE;
  }

  async permalink(channelId: string, ts: string): Promise<Outcome<string>> {
    return { ok: true, value: `https://acme.slack.com/archives/${channelId}/p${ts.replace('.', '')}` };
  }

  async openView(): Promise<Outcome> {
    return DONE;
  }

  async pushView(): Promise<Outcome> {
    return DONE;
  }

  async updateView(): Promise<Outcome> {
    return DONE;
  }

  async respond(responseUrl: string, { text }: PrivateLine): Promise<Outcome> {
    this.privateLines.push({ at: this.#now(), responseUrl, text });
    return DONE;
  }

  /** Somebody deletes a message. */
  remove(ts: string): void {
    const index = this.messages.findIndex((message) => message.ts === ts);
    if (index >= 0) this.messages.splice(index, 1);
  }
}

const DONE: Outcome = { ok: true, value: undefined };
const refused = (error: string): Outcome<never> => ({ ok: false, failure: { kind: 'refused', error } });
