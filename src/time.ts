/** Milliseconds since the epoch. */
export type Millis = number & { readonly unit?: 'ms' };

/** Seconds since the epoch, as DynamoDB's TTL wants them. */
export type EpochSeconds = number & { readonly unit: 's' };

/** The clock is an argument everywhere: tests and simulations bring their own. */
export type Clock = () => Millis;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The epoch second that is `after` milliseconds past `now`, rounded up. */
export function epochSeconds(now: Millis, after = 0): EpochSeconds {
  return Math.ceil((now + after) / SECOND) as EpochSeconds;
}

/**
 * When a person acted: Slack's `action_ts`, such as `1700000000.123456` (epoch seconds, microseconds).
 * Two of them compare as strings.
 */
export type ActionTs = string;

const ACTION_TS = /^\d{10}\.\d{6}$/;

export function isActionTs(value: unknown): value is ActionTs {
  return typeof value === 'string' && ACTION_TS.test(value);
}

/** An action time for what Slack sends without one: commands and submitted modals. */
export function actionTs(now: Millis): ActionTs {
  return (now / SECOND).toFixed(6);
}

export function actionMillis(at: ActionTs): Millis {
  return Math.floor(Number(at) * SECOND);
}
