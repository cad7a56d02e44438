import { DAY, HOUR, MINUTE, type Millis } from '../../time.ts';
import { toHalfWidth } from '../deck/card.ts';
import { isProblem, type Problem } from '../problem.ts';
import { MAX_TIME_LIMIT } from '../settings.ts';
import { type Day, dayNamed } from './day.ts';
import type { TimeOfDay } from './wall-clock.ts';

/** When a round shall end, as somebody typed it: after some time, or at a time of day. */
export type Until = { kind: 'after'; ms: Millis } | ({ kind: 'at' } & TimeOfDay);

/** `2h`, `90 min`, `1d 2h`, `1h30m`, `1 hour and 30 minutes`. */
const AND = String.raw`\s*(?:,|and)?\s*`;
const DURATION = new RegExp(
  String.raw`^(?:(\d{1,9})\s*(?:d|days?))?${AND}(?:(\d{1,9})\s*(?:h|hrs?|hours?))?${AND}(?:(\d{1,9})\s*(?:m|mins?|minutes?))?$`,
  'i',
);
/** `17:00`, `9:05`; with a dot, or a word behind it, as in German. */
const CLOCK_24 = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*(?:h|uhr))?$/i;
/** `17 Uhr`. */
const UHR = /^([01]?\d|2[0-3])\s*uhr$/i;
/** `5pm`, `5:30 p.m.` */
const CLOCK_12 = /^(0?[1-9]|1[0-2])(?:[:.]([0-5]\d))?\s*([ap])(?:m|\.\s?m\.?)$/i;
const NOON = /^(?:noon|midday|mittag|midi|mediodía|meio-dia|正午)$/i;
const MIDNIGHT = /^(?:midnight|mitternacht|minuit|medianoche|meia-noite)$/i;

/** Reads all of a text as a time: `2h`, `1h 30m`, `17:00`, `5 pm`, `tomorrow 9:00`. */
export function parseUntil(text: string): Until | Problem {
  return text.trim() === '' ? { code: 'no_until' } : (meant(text) ?? notMeant(text, text.trim()));
}

/** No time takes more words: `in 1 day 2 hours and 30 minutes from now`. */
const MOST_WORDS = 10;

/**
 * Reads the time at the beginning of a text: as many words as make one. `rest` is what comes after it, which must not
 * look as if it still belonged to the time: half a time is none.
 */
export function readUntil(text: string): { until: Until; rest: string } | Problem {
  const words = [...text.matchAll(/\S+/g)].slice(0, MOST_WORDS);
  if (words.length === 0) return { code: 'no_until' };
  for (const { index, 0: word } of words.reverse()) {
    const end = index + word.length;
    const until = meant(text.slice(0, end));
    if (!until) continue;
    if (isProblem(until)) return until;
    const rest = text.slice(end).trimStart();
    const next = stillTime(rest);
    return next === undefined
      ? { until, rest }
      : { code: 'until_end', until: text.slice(0, end).trim(), next };
  }
  return notMeant(text, /^(?:at |on |in )?\S+/i.exec(text.trim())?.[0] ?? '');
}

/** What a text means as a whole; `undefined` if it is no time. */
function meant(text: string): Until | Problem | undefined {
  const typed = normal(text).replace(/[,;:]$/, '');
  return afterSomeTime(typed) ?? atTimeOfDay(typed);
}

const normal = (text: string): string => toHalfWidth(text).normalize().replace(/\s+/g, ' ').trim();

function afterSomeTime(text: string): Until | Problem | undefined {
  const [is, days = 0, hours = 0, minutes = 0] =
    DURATION.exec(text.replace(/^in /i, '').replace(/ from now$/i, '')) ?? [];
  if (is === undefined || !/\d/.test(is)) return undefined;
  const ms = Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE;
  if (ms < MINUTE) return { code: 'until_too_soon' };
  return ms > MAX_TIME_LIMIT ? { code: 'until_too_far' } : { kind: 'after', ms };
}

/** A time, and perhaps a day before or after it. */
function atTimeOfDay(text: string): Until | undefined {
  const [, first = '', more = ''] = /^(?:on )?(\S+?),? (.+)$/i.exec(text) ?? [];
  const before = dayNamed(first);
  if (before !== undefined) return onDay(clockOf(more), before);
  const [, less = '', last = ''] = /^(.+?),? (?:on )?(\S+)$/i.exec(text) ?? [];
  const after = dayNamed(last);
  return after === undefined ? clockOf(text) : onDay(clockOf(less), after);
}

function clockOf(text: string): Until | undefined {
  const typed = text.replace(/^at /i, '');
  if (NOON.test(typed)) return { kind: 'at', hour: 12, minute: 0 };
  if (MIDNIGHT.test(typed)) return { kind: 'at', hour: 0, minute: 0 };
  const [is24, hour = '', minute = '0'] = CLOCK_24.exec(typed) ?? UHR.exec(typed) ?? [];
  if (is24 !== undefined) return { kind: 'at', hour: Number(hour), minute: Number(minute) };
  const [is12, hour12 = '', minute12 = '0', half = ''] = CLOCK_12.exec(typed) ?? [];
  if (is12 === undefined) return undefined;
  // Midnight is 12 am, noon 12 pm.
  return { kind: 'at', hour: (Number(hour12) % 12) + (/p/i.test(half) ? 12 : 0), minute: Number(minute12) };
}

/** Midnight of a day is its beginning to some and its end to others: it is not guessed. */
function onDay(clock: Until | undefined, day: Day): Until | undefined {
  const isMidnight = clock?.kind === 'at' && clock.hour === 0 && clock.minute === 0;
  return clock?.kind === 'at' && !isMidnight ? { ...clock, day } : undefined;
}

/** Why a text is no time, and does not begin with one either. `quoted`: as much of it as should have been one. */
function notMeant(text: string, quoted: string): Problem {
  const words = normal(text)
    .replace(/^(?:at|on|in) /i, '')
    .split(' ');
  const [first = '', second = ''] = words.map((word) => word.replace(/[,;:]$/, ''));
  const isDay = dayNamed(first) !== undefined;
  const number = isDay ? second : first;
  if (/^\d{1,4}$/.test(number)) return { code: 'bare_until', number };
  if (!isDay) return { code: 'bad_until', until: quoted };
  return clockOf(second)
    ? { code: 'bad_until', until: `${first} ${second}` }
    : { code: 'no_time_of_day', day: first };
}

/** What may stand between two parts of a time. */
const JOINS = /^(?:(?:on|at|in|the|next|this|from|now|and|or|to|until|–|-|,) )+/i;
/** What belongs to a time, though it is none by itself. */
const TIME_WORD = new RegExp(
  [
    String.raw`^(?:\d{1,2}|[ap]\.?m\.?|[ap]\.|days?|h|hs|hrs?|hours?|mins?|minutes?|uhr|o['’]clock`,
    'morning|afternoon|evening|tonight|utc|gmt|cet|cest|eet|eest|bst|jst|[ecmp][sd]t|ae[sd]t|nz[sd]t',
    String.raw`(?:utc|gmt)?[+-]\d\d?(?::?\d\d)?|(?:africa|america|asia|atlantic|australia|europe|pacific)/\S+`,
    String.raw`\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?)$`,
  ].join('|'),
  'i',
);

/** The word at the beginning of a text that may still belong to the time before it, if there is one. */
function stillTime(rest: string): string | undefined {
  // A double dash ends the flags.
  if (/^(?:--|—)/.test(rest)) return undefined;
  const word = (/^\S+/.exec(normal(rest).replace(JOINS, ''))?.[0] ?? '').replace(/[,;:]$/, '');
  const isTime = TIME_WORD.test(word) || dayNamed(word) !== undefined || meant(word) !== undefined;
  return word !== '' && isTime ? word : undefined;
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
