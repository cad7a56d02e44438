import { DAY } from '../../time.ts';
import { LANGUAGES } from '../language.ts';

/** A day as people name it: a weekday is the next one, counted from 0, a Sunday. */
export type Day = 'today' | 'tomorrow' | 0 | 1 | 2 | 3 | 4 | 5 | 6;

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** As English shortens them. In other languages such are words of their own: `do`, `so`, `mar`. */
const SHORT: ReadonlyMap<string, Day> = new Map([
  ...WEEKDAYS.map((day) => [weekday('en', day, 'short'), day] as const),
  ...([
    ['tues', 2],
    ['weds', 3],
    ['thur', 4],
    ['thurs', 4],
  ] as const),
]);

let known: ReadonlyMap<string, Day> | undefined;

/** The day of this name, in any of our languages. */
export function dayNamed(name: string): Day | undefined {
  known ??= names();
  return known.get(comparable(name));
}

const comparable = (name: string): string => name.toLowerCase().replace('’', "'");

function names(): ReadonlyMap<string, Day> {
  const inLanguages = LANGUAGES.flatMap((language): [string, Day][] => {
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    return [
      [relative.format(0, 'day'), 'today'],
      [relative.format(1, 'day'), 'tomorrow'],
      ...WEEKDAYS.map((day): [string, Day] => [weekday(language, day, 'long'), day]),
    ];
  });
  return new Map([...SHORT, ...inLanguages].map(([name, day]) => [comparable(name), day]));
}

function weekday(language: string, day: number, length: 'long' | 'short'): string {
  // The first of the epoch was a Thursday, day 4.
  const at = new Date((day + 3) * DAY);
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(at);
}
