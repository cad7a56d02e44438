import {
  type Chat,
  type Failure,
  isAboutContent,
  type Outcome,
  type PrivateLine,
  type Rendering,
} from '../../../src/ports/chat.ts';
import { type Clock, MINUTE, type Millis } from '../../../src/time.ts';

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

/** Where answers through a response_url go, and how many are left. */
interface Answer {
  channelId: string;
  /** The message that was clicked; absent for a command. */
  ts: string | undefined;
  from: Millis;
  left: number;
}

/** Slack's side: channels with their messages, and what people are told in private. */
export class Board implements Chat {
  readonly messages: BoardMessage[] = [];
  readonly privateLines: ToldLine[] = [];
  readonly direct: { userId: string; text: string }[] = [];
  /** Lines in a channel for one person's eyes only. */
  readonly ephemeral: { userId: string; text: string }[] = [];
  /** What Slack answers to every call that writes to a channel: archived, the app removed … */
  refusal: string | undefined;
  /** What Slack says to a picture because of what it shows; `undefined` if it takes it. */
  judges: (rendering: Rendering) => Failure | undefined = () => undefined;
  /** The pictures that were refused for what they show, as JSON, each as often as it was offered. */
  readonly refused: string[] = [];
  /** When a picture that replaces a message through a response_url is seen: with the answer, or later. */
  lands: (show: () => void) => void = (show) => show();
  /** When Slack has answered 429. */
  readonly limited: Millis[] = [];
  /** By their response_urls. */
  readonly #answers = new Map<string, Answer>();
  #count = 0;
  readonly #now: Clock;

  constructor(now: Clock) {
    this.#now = now;
  }

  async check(): Promise<Outcome> {
    return this.refusal ? refused(this.refusal) : DONE;
  }

  async post(channelId: string, rendering: Rendering): Promise<Outcome<string>> {
    if (this.refusal) return refused(this.refusal);
    return { ok: true, value: this.#add(channelId, rendering) };
  }

  async update(channelId: string, ts: string, rendering: Rendering): Promise<Outcome> {
    if (this.refusal) return refused(this.refusal);
    const message = this.messages.find((one) => one.channelId === channelId && one.ts === ts);
    if (!message) return refused('message_not_found');
    const failure = this.judges(rendering);
    if (failure && isAboutContent(failure)) this.refused.push(JSON.stringify(rendering));
    if (failure?.kind === 'rate_limited') this.limited.push(this.#now());
    if (failure) return { ok: false, failure };
    message.shown.push({ at: this.#now(), rendering });
    return DONE;
  }

  async deleteMessage(_channelId: string, ts: string): Promise<Outcome> {
    if (this.refusal) return refused(this.refusal);
    if (!this.messages.some((one) => one.ts === ts)) return refused('message_not_found');
    this.remove(ts);
    return DONE;
  }

  async postDirect(userId: string, { text }: PrivateLine): Promise<Outcome<string>> {
    if (this.refusal === 'token_revoked') return refused(this.refusal);
    this.direct.push({ userId, text });
    return { ok: true, value: `D${userId}` };
  }

  async postEphemeral(_channelId: string, userId: string, { text }: PrivateLine): Promise<Outcome> {
    if (this.refusal) return refused(this.refusal);
    this.ephemeral.push({ userId, text });
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

  async publishHome(): Promise<Outcome> {
    return DONE;
  }

  async profile(): Promise<Outcome<never>> {
    return refused('missing_scope');
  }

  async uploadFile(): Promise<Outcome<string>> {
    return refused('missing_scope');
  }

  async shareFile(): Promise<Outcome> {
    return refused('missing_scope');
  }

  async respond(responseUrl: string, { text }: PrivateLine): Promise<Outcome> {
    if (!this.#use(responseUrl)) return USED;
    this.privateLines.push({ at: this.#now(), responseUrl, text });
    return DONE;
  }

  async postThrough(responseUrl: string, rendering: Rendering): Promise<Outcome> {
    const answer = this.#use(responseUrl);
    if (!answer) return USED;
    this.#add(answer.channelId, rendering);
    return DONE;
  }

  async replaceThrough(responseUrl: string, rendering: Rendering): Promise<Outcome> {
    const answer = this.#use(responseUrl);
    const message = answer && this.messages.find(({ ts }) => ts === answer.ts);
    if (!message) return USED;
    this.lands(() => message.shown.push({ at: this.#now(), rendering }));
    return DONE;
  }

  /** A response_url, of a command or of a click on a message. */
  issue(responseUrl: string, channelId: string, ts?: string): void {
    this.#answers.set(responseUrl, { channelId, ts, from: this.#now(), left: 5 });
  }

  /** How often a response_url can still be used. */
  usesLeft(responseUrl: string): number {
    return this.#answers.get(responseUrl)?.left ?? 0;
  }

  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  #use(responseUrl: string): Answer | undefined {
    const answer = this.#answers.get(responseUrl);
    if (!answer || answer.left === 0 || this.#now() > answer.from + 30 * MINUTE) return undefined;
    answer.left -= 1;
    return answer;
  }

  #add(channelId: string, rendering: Rendering): string {
    this.#count += 1;
    const ts = `${Math.floor(this.#now() / 1000)}.${String(this.#count).padStart(6, '0')}`;
    this.messages.push({ channelId, ts, shown: [{ at: this.#now(), rendering }] });
    return ts;
  }

  /** Somebody deletes a message. */
  remove(ts: string): void {
    const index = this.messages.findIndex((message) => message.ts === ts);
    if (index >= 0) this.messages.splice(index, 1);
  }
}

const DONE: Outcome = { ok: true, value: undefined };
const USED: Outcome<never> = { ok: false, failure: { kind: 'refused', error: 'HTTP 404' } };
const refused = (error: string): Outcome<never> => ({ ok: false, failure: { kind: 'refused', error } });
