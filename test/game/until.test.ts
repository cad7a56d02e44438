import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUntil, resolveUntil, typedDuration } from '../../src/game/clock/until.ts';
import { isTimeZone } from '../../src/game/clock/wall-clock.ts';
import type { Problem } from '../../src/game/problem.ts';
import { DAY, HOUR, MINUTE } from '../../src/time.ts';

describe('What somebody says of when', () => {
  it.each([
    ['2h', 2 * HOUR],
    ['90m', 90 * MINUTE],
    ['1m', MINUTE],
    ['45min', 45 * MINUTE],
    ['1d', DAY],
    ['14d', 14 * DAY],
    ['336h', 14 * DAY],
    ['1h30m', 90 * MINUTE],
    [' 1h 30m ', 90 * MINUTE],
    ['1d2h3m', DAY + 2 * HOUR + 3 * MINUTE],
    ['2 Hours', 2 * HOUR],
    ['1 day 1 minute', DAY + MINUTE],
    ['２ｈ', 2 * HOUR],
  ])('%j is a duration', (text, ms) => {
    expect(parseUntil(text)).toEqual({ kind: 'after', ms });
  });

  it.each([
    ['17:00', 17, 0],
    ['9:05', 9, 5],
    ['09:05', 9, 5],
    ['0:00', 0, 0],
    ['23:59', 23, 59],
    ['17.30', 17, 30],
    ['１７：００', 17, 0],
    ['5pm', 17, 0],
    ['5 PM', 17, 0],
    ['5:30pm', 17, 30],
    ['5:30 a.m.', 5, 30],
    ['12am', 0, 0],
    ['12:30am', 0, 30],
    ['12pm', 12, 0],
  ])('%j is a time of the day', (text, hour, minute) => {
    expect(parseUntil(text)).toEqual({ kind: 'at', hour, minute });
  });

  it.each<[string, Problem]>([
    ['', { code: 'no_until' }],
    ['  ', { code: 'no_until' }],
    ['0m', { code: 'until_too_soon' }],
    ['0d 0h', { code: 'until_too_soon' }],
    ['15d', { code: 'until_too_far' }],
    ['14d1m', { code: 'until_too_far' }],
    ['999999999d', { code: 'until_too_far' }],
    ...[
      ...['soon', 'tomorrow', '2', '1h30', '30m1h', '1h1h', '-2h', '+2h', '1.5h', '2hm', 'h', '1e3m', '30s'],
      ...['24:00', '17:60', '17:5', '7', '13pm', '0am', '5xm', '5:3pm', '17:00pm', '17:00:00', '٢h'],
      '9999999999m',
    ].map((until): [string, Problem] => [until, { code: 'bad_until', until }]),
  ])('%j is wrong', (text, problem) => {
    expect(parseUntil(text)).toEqual(problem);
  });

  it('should read what durations are shown as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 * 24 * 60 }), (minutes) => {
        const ms = minutes * MINUTE;
        expect(parseUntil(typedDuration(ms))).toEqual({ kind: 'after', ms });
      }),
    );
  });

  it.each([
    [2 * HOUR, '2h'],
    [90 * MINUTE, '1h30m'],
    [DAY + MINUTE, '1d1m'],
    [14 * DAY, '14d'],
    [1, '1m'],
  ])('%i ms are shown as %s', (ms, text) => {
    expect(typedDuration(ms)).toBe(text);
  });
});

describe('The moment that is meant', () => {
  it.each([
    ['later today', 'Europe/Berlin', '17:00', '2026-11-24T09:00:00Z', '2026-11-24T16:00:00Z'],
    ['tomorrow', 'Europe/Berlin', '17:00', '2026-11-24T16:30:00Z', '2026-11-25T16:00:00Z'],
    ['tomorrow, where it is now', 'UTC', '17:00', '2026-11-24T17:00:00Z', '2026-11-25T17:00:00Z'],
    ['within the minute', 'UTC', '17:00', '2026-11-24T16:59:59.999Z', '2026-11-24T17:00:00Z'],
    ['yesterday in UTC', 'Pacific/Auckland', '8:00', '2026-06-10T19:00:00Z', '2026-06-10T20:00:00Z'],
    ['tomorrow in UTC', 'America/Los_Angeles', '20:00', '2026-06-10T23:00:00Z', '2026-06-11T03:00:00Z'],
    ['quarters of an hour', 'Asia/Kathmandu', '0:00', '2026-06-10T12:00:00Z', '2026-06-10T18:15:00Z'],
    ['beyond a gap', 'Europe/Berlin', '9:00', '2026-03-28T12:00:00Z', '2026-03-29T07:00:00Z'],
    ['in a gap', 'Europe/Berlin', '2:30', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00Z'],
    ['after what a gap put off', 'Europe/Berlin', '2:30', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'],
    ['midnight in a gap', 'Africa/Cairo', '0:15', '2026-04-23T12:00:00Z', '2026-04-23T22:15:00Z'],
    ['twice: the first', 'Europe/Berlin', '2:30', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z'],
    ['twice: the second', 'Europe/Berlin', '2:30', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['twice: both over', 'Europe/Berlin', '2:30', '2026-10-25T01:30:00Z', '2026-10-26T01:30:00Z'],
    ['half an hour of saving', 'Australia/Lord_Howe', '2:15', '2026-10-03T12:00:00Z', '2026-10-03T15:45:00Z'],
    ['a day that never was', 'Pacific/Apia', '9:00', '2011-12-30T05:00:00Z', '2011-12-30T19:00:00Z'],
  ])('%s (%s, %s)', (_, timeZone, text, now, then) => {
    const until = parseUntil(text);
    if ('code' in until) throw new Error(text);
    expect(new Date(resolveUntil(until, Date.parse(now), timeZone))).toEqual(new Date(then));
  });

  it('should be so much later for a duration, wherever', () => {
    expect(resolveUntil({ kind: 'after', ms: HOUR }, 1000, 'Europe/Berlin')).toBe(1000 + HOUR);
  });

  const zones = fc.constantFrom(
    ...['UTC', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'America/St_Johns', 'Asia/Tokyo'],
    ...['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Apia', 'Africa/Cairo'],
  );
  /** Around changes of the clocks, too: half of the moments lie within two days of one in Berlin or New York. */
  const moments = fc.oneof(
    fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2037, 0) }),
    fc
      .tuple(
        fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01'),
        fc.integer({ min: -48, max: 48 }),
      )
      .map(([day, hours]) => Date.parse(day) + hours * HOUR),
  );

  it('should be the next at which the clocks show it, unless they jump over it', () => {
    fc.assert(
      fc.property(zones, moments, fc.nat(23), fc.nat(59), (timeZone, now, hour, minute) => {
        const then = resolveUntil({ kind: 'at', hour, minute }, now, timeZone);
        expect(then).toBeGreaterThan(now);
        expect(then).toBeLessThanOrEqual(now + 25 * HOUR);
        const shows = (at: number) => shownIn(timeZone, at) === hour * 60 + minute;
        if (shows(then)) {
          // No quarter of an hour earlier: zones and their changes are multiples of that.
          for (let at = then - 15 * MINUTE; at > now; at -= 15 * MINUTE) expect(shows(at)).toBe(false);
        } else {
          // Jumped over: nowhere within the hour before and after is such a time.
          for (let at = then - HOUR; at <= then + HOUR; at += 15 * MINUTE) expect(shows(at)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The minute of the day that clocks show, as Slack's readers see it. */
function shownIn(timeZone: string, at: number): number {
  const text = new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

it.each([
  ['Europe/Berlin', true],
  ['europe/berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Mars/Olympus', false],
  ['+01:00', false],
  ['', false],
  ['Europe/Berlin ', false],
])('%j is a time zone: %j', (text, is) => {
  expect(isTimeZone(text)).toBe(is);
});
