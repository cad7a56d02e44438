import type { Traffic } from './shapes.ts';

/** Something the app has put before people's eyes, exactly as it sent it. */
export interface Sent {
  /** Milliseconds since the epoch. */
  at: number;
  /** `chat.update`, `response_url`, `ack`, `views.open` … */
  by: string;
  channelId?: string;
  /** The message it became or changed. */
  ts?: string;
  /** The only member who sees it; absent when the whole channel does. */
  to?: string;
  text?: string;
  blocks?: unknown;
  metadata?: unknown;
  unfurlLinks?: boolean;
  unfurlMedia?: boolean;
  view?: unknown;
}

/** How many requests are kept. */
const TRAFFIC_KEPT = 1000;

/** Everything that was said: what the app sent, for tests; and the latest requests, for people to read. */
export class Journal {
  readonly sent: Sent[] = [];
  readonly traffic: Traffic[] = [];
  #requests = 0;

  /** A request between Slack and the app. Tokens and signatures have no place in it. */
  addTraffic(entry: Omit<Traffic, 'id'>): void {
    this.#requests += 1;
    this.traffic.push({ id: this.#requests, ...entry });
    if (this.traffic.length > TRAFFIC_KEPT) this.traffic.shift();
  }
}
