import { DAY, MINUTE, type Millis, SECOND } from '../../time.ts';

/** A time of the day. */
export interface WallClock {
  hour: number;
  minute: number;
}

/** Whether a text is the IANA name of a time zone, whatever its case. Mere offsets (`+01:00`) are none. */
export function isTimeZone(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The next moment after `now` at which clocks in a time zone show a time of the day. On a day that jumps over
 * it (the clocks go forward) it is as much later as they jump; on a day that has it twice, the first one that
 * is still to come.
 */
export function nextWallClock(time: WallClock, now: Millis, timeZone: string): Millis {
  const shownAt = clockIn(timeZone);
  const today = Math.floor(shownAt(now) / DAY) * DAY;
  const moments = [0, 1, 2].flatMap((days) => momentsOf(today + days * DAY, time, shownAt));
  // A zone that skips a whole calendar day still has one of the two days after today.
  return moments.find((moment) => moment > now) ?? now + DAY;
}

/** The moments, in their order, at which the clocks of a day show a time. `day` is its midnight as if in UTC. */
function momentsOf(day: Millis, { hour, minute }: WallClock, shownAt: (at: Millis) => Millis): Millis[] {
  const shown = day + (hour * 60 + minute) * MINUTE;
  const offset = (at: Millis) => shownAt(at) - at;
  // No zone is further from UTC than a day: these are the offsets before and after a change on that day.
  const [before, after] = [shown - offset(shown - DAY), shown - offset(shown + DAY)];
  const moments = [...new Set([before, after])].filter((moment) => shownAt(moment) === shown);
  return moments.length > 0 ? moments.sort((a, b) => a - b) : [before];
}

/** What the clocks of a zone show at a moment, as the moment at which those of UTC show it. */
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
