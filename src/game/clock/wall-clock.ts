import { DAY, MINUTE, type Millis, SECOND } from '../../time.ts';
import type { Day } from './day.ts';

/** A time of day: the next one, or that of a day. */
export interface TimeOfDay {
  hour: number;
  minute: number;
  day?: Day;
}

/** A time of day that was taken as one of UTC, for nobody had said where its author is; `as` is what came of it. */
export interface GuessedTime extends TimeOfDay {
  userId: string;
  as: Millis;
}

/** The zone of clock times (an IANA name), and whether anybody has said so. */
export interface KnownTimeZone {
  timeZone: string;
  isKnown: boolean;
}

/** Whether a text is the IANA name of a time zone, in upper or lower case. An offset (`+01:00`) is none. */
export function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The next moment after `now` at which clocks in a time zone show a time of day; `undefined` if that of today has passed.
 * If the clocks jump over it that day, it is as much later as they jump. If the day has it twice, it is the first one
 * that is still to come.
 */
export function nextWallClock(
  { day, ...time }: TimeOfDay,
  now: Millis,
  timeZone: string,
): Millis | undefined {
  const shownAt = clockIn(timeZone);
  const today = Math.floor(shownAt(now) / DAY) * DAY;
  // A week ahead and a day more: today's may be over, and a zone may skip a whole calendar day.
  const days = Array.from({ length: 9 }, (_, ahead) => today + ahead * DAY);
  const moments = days
    .filter((midnight) => isDay(midnight, day, today))
    .flatMap((midnight) => momentsOf(midnight, time, shownAt));
  return moments.find((moment) => moment > now);
}

/** Whether a day, given as its midnight as if it were in UTC, is the one that somebody has named. */
function isDay(midnight: Millis, named: Day | undefined, today: Millis): boolean {
  if (named === undefined) return true;
  if (typeof named === 'number') return new Date(midnight).getUTCDay() === named;
  return midnight === (named === 'today' ? today : today + DAY);
}

/** The moments, in order, at which the clocks show a time on a day. `day` is its midnight as if it were in UTC. */
function momentsOf(day: Millis, { hour, minute }: TimeOfDay, shownAt: (at: Millis) => Millis): Millis[] {
  const shown = day + (hour * 60 + minute) * MINUTE;
  const offset = (at: Millis) => shownAt(at) - at;
  // No zone is further from UTC than a day: these are the offsets before and after a change on that day.
  const [before, after] = [shown - offset(shown - DAY), shown - offset(shown + DAY)];
  const moments = [...new Set([before, after])].filter((moment) => shownAt(moment) === shown);
  return moments.length > 0 ? moments.sort((a, b) => a - b) : [before];
}

/** Says what the clocks of a zone show at a moment, as the moment at which clocks in UTC show the same. */
function clockIn(timeZone: string): (at: Millis) => Millis {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const [year, month, day] = [part('year'), part('month'), part('day')];
    const shown = Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second'));
    return shown + (at % SECOND);
  };
}
