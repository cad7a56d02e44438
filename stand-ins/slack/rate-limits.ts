import type { Json } from './blockkit/json.ts';
import type { Clock } from './clock.ts';

/** How often a method may be called: steadily, and in addition at one go after a pause. */
interface Limit {
  perMinute: number;
  burst: number;
  /** Counted for each channel by itself; for the whole workspace if absent. */
  per?: 'channel';
}

/** By method. A method without an entry is not limited. */
export type Limits = Readonly<Record<string, Limit>>;

const TIER_3: Limit = { perMinute: 50, burst: 10 };
const TIER_4: Limit = { perMinute: 100, burst: 20 };

/**
 * Slack promises the rates, but doesn't say how large a burst it tolerates.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
export const SLACK_LIMITS: Limits = {
  'chat.postMessage': { perMinute: 60, burst: 3, per: 'channel' },
  'chat.postEphemeral': TIER_4,
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'views.open': TIER_4,
  'views.push': TIER_4,
  'views.update': TIER_4,
  'views.publish': TIER_4,
  'users.info': TIER_4,
  'files.getUploadURLExternal': TIER_4,
  'files.completeUploadExternal': TIER_4,
};

/** A token bucket for each method (and channel) in the workspace. */
export class RateLimiter {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(limits: Limits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Counts a call. Returns 0 when it may go ahead, otherwise the whole seconds for `Retry-After`. */
  retryAfter(method: string, args: Json): number {
    const limit = this.#limits[method];
    if (limit === undefined) return 0;
    const key = limit.per === 'channel' ? `${method} ${String(args.channel)}` : method;
    const now = this.#clock.now();
    const perMs = limit.perMinute / 60_000;
    const bucket = this.#buckets.get(key) ?? { tokens: 1 + limit.burst, at: now };
    const tokens = Math.min(1 + limit.burst, bucket.tokens + (now - bucket.at) * perMs);
    const allowed = tokens >= 1;
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
  }
}
