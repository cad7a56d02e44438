import { DAY, HOUR, MINUTE, type Millis } from '../../time.ts';
import { toHalfWidth } from '../deck/card.ts';
import type { Problem } from '../problem.ts';
import { MAX_TIME_LIMIT } from '../settings.ts';
import { nextWallClock } from './wall-clock.ts';

/** When a round shall end, as somebody typed it: after some time, or at a time of day. */
export type Until = { kind: 'after'; ms: Millis } | { kind: 'at'; hour: number; minute: number };

/** `2h`, `90 min`, `1d 2h`, `1h30m`. */
const DURATION =
  /^(?:(\d{1,9})\s*(?:d|days?))?\s*(?:(\d{1,9})\s*(?:h|hrs?|hours?))?\s*(?:(\d{1,9})\s*(?:m|mins?|minutes?))?$/i;
/** `17:00`, `9:05`; with a dot, as in German. */
const CLOCK_24 = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
/** `5pm`, `5:30 p.m.` */
const CLOCK_12 = /^(0?[1-9]|1[0-2])(?:[:.]([0-5]\d))?\s*([ap])\.?m\.?$/i;

/** Reads `2h`, `1h30m`, `17:00` or `5pm`. */
export function parseUntil(text: string): Until | Problem {
  const until = toHalfWidth(text).trim();
  if (until === '') return { code: 'no_until' };
  const [isDuration, days = 0, hours = 0, minutes = 0] = DURATION.exec(until) ?? [];
  if (isDuration !== undefined)
    return after(Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE);
  const [is24, hour = '', minute = ''] = CLOCK_24.exec(until) ?? [];
  if (is24 !== undefined) return { kind: 'at', hour: Number(hour), minute: Number(minute) };
  const [is12, hour12 = '', minute12 = '0', half = ''] = CLOCK_12.exec(until) ?? [];
  if (is12 === undefined) return { code: 'bad_until', until: text.trim() };
  // Midnight is 12 am, noon 12 pm.
  const noon = half.toLowerCase() === 'p' ? 12 : 0;
  return { kind: 'at', hour: (Number(hour12) % 12) + noon, minute: Number(minute12) };
}

function after(ms: Millis): Until | Problem {
  if (ms < MINUTE) return { code: 'until_too_soon' };
  return ms > MAX_TIME_LIMIT ? { code: 'until_too_far' } : { kind: 'after', ms };
}

/** The moment that is meant. A time of day is the next one in that IANA time zone. */
export function resolveUntil(until: Until, now: Millis, timeZone: string): Millis {
  return until.kind === 'after' ? now + until.ms : nextWallClock(until, now, timeZone);
}

/** The opposite of `parseUntil`, to the minute: `2h`, `1h30m`. */
export function typedDuration(ms: Millis): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const parts = [
    [Math.floor(minutes / (24 * 60)), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'm'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? `${count}${unit}` : [])).join('');
}
