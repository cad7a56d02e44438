import { DAY } from '../../time.ts';
import { LANGUAGES } from '../language.ts';

/** A day as people name it: a weekday is the next one, counted from 0, a Sunday. */
export type Day = 'today' | 'tomorrow' | 0 | 1 | 2 | 3 | 4 | 5 | 6;

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** As English shortens them. In other languages such are words of their own: `do`, `so`, `mar`. */
const SHORT: readonly (readonly [string, Day])[] = [
  ['sun', 0],
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['weds', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
];

/** Made when first needed: to ask ICU for each takes 20 ms of a cold start. */
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
      ...WEEKDAYS.map((day): [string, Day] => [weekday(language, day), day]),
    ];
  });
  return new Map([...SHORT, ...inLanguages].map(([name, day]) => [comparable(name), day]));
}

function weekday(language: string, day: number): string {
  // The first of the epoch was a Thursday, day 4.
  const at = new Date((day + 3) * DAY);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(at);
}
