import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Where the answers through a response_url go. */
export interface ResponseTarget {
  channelId: string;
  memberId: string;
  /** The message that was clicked; absent for a slash command. */
  origin?: { ts: string; ephemeral: boolean };
}

/** @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const USES = 5;
const LIFE_MS = 30 * 60_000;

export type Resolution = { target: ResponseTarget } | { error: 'expired_url' | 'used_url' | 'no_service' };

/** Response URLs: good for five messages within thirty minutes, whether or not the app is in the channel. */
export class ResponseUrls {
  readonly #clock: Clock;
  readonly #issued = new Map<string, { target: ResponseTarget; at: number; uses: number }>();
  /** `http://127.0.0.1:…`, known once Slack listens. */
  origin = '';

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(kind: 'commands' | 'actions' | 'app', teamId: string, target: ResponseTarget): string {
    const path = `/${kind}/${teamId}/${this.#issued.size + 1}/${randomBytes(12).toString('hex')}`;
    this.#issued.set(path, { target, at: this.#clock.now(), uses: 0 });
    return this.origin + path;
  }

  /** Whom a request to this path reaches. Counts as a use. */
  use(path: string): Resolution {
    const issued = this.#issued.get(path);
    if (issued === undefined) return { error: 'no_service' };
    if (this.#clock.now() - issued.at > LIFE_MS) return { error: 'expired_url' };
    if (issued.uses >= USES) return { error: 'used_url' };
    issued.uses += 1;
    return { target: issued.target };
  }
}
