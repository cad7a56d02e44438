import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUntil, readUntil, typedDuration, type Until } from '../../src/game/clock/until.ts';
import { isTimeZone, nextWallClock, type TimeOfDay } from '../../src/game/clock/wall-clock.ts';
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
    ['17h', 17 * HOUR],
    ['in 2 hours', 2 * HOUR],
    ['2h from now', 2 * HOUR],
    ['1 hour and 30 minutes', 90 * MINUTE],
    ['1h, 30m', 90 * MINUTE],
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
    ['5 p. m.', 17, 0],
    ['at 5pm', 17, 0],
    ['17:00 Uhr', 17, 0],
    ['17 Uhr', 17, 0],
    ['17:00 h', 17, 0],
    ['noon', 12, 0],
    ['Midnight', 0, 0],
    ['minuit', 0, 0],
    ['17:00,', 17, 0],
  ])('%j is a time of the day', (text, hour, minute) => {
    expect(parseUntil(text)).toEqual({ kind: 'at', hour, minute });
  });

  it.each<[string, TimeOfDay['day'], number, number]>([
    ['tomorrow 9:00', 'tomorrow', 9, 0],
    ['tomorrow at 9:00', 'tomorrow', 9, 0],
    ['Tomorrow, 5:30 pm', 'tomorrow', 17, 30],
    ['5pm tomorrow', 'tomorrow', 17, 0],
    ['today 17:00', 'today', 17, 0],
    ['Friday 17:00', 5, 17, 0],
    ['on Friday at 5 p.m.', 5, 17, 0],
    ['fri 17:00', 5, 17, 0],
    ['17:00 on Sun', 0, 17, 0],
    ['noon Tues', 2, 12, 0],
    ['morgen 9:00', 'tomorrow', 9, 0],
    ['Freitag 17 Uhr', 5, 17, 0],
    ['mañana 9:00', 'tomorrow', 9, 0],
    ['man\u0303ana 9:00', 'tomorrow', 9, 0],
    ['aujourd’hui 17:00', 'today', 17, 0],
    ["aujourd'hui 17:00", 'today', 17, 0],
    ['sexta-feira 17:00', 5, 17, 0],
    ['明日 ９：００', 'tomorrow', 9, 0],
    ['金曜日 17:00', 5, 17, 0],
  ])('%j is a time of a day', (text, day, hour, minute) => {
    expect(parseUntil(text)).toEqual({ kind: 'at', hour, minute, day });
  });

  it.each<[string, Problem]>([
    ['', { code: 'no_until' }],
    ['  ', { code: 'no_until' }],
    ['0m', { code: 'until_too_soon' }],
    ['0d 0h', { code: 'until_too_soon' }],
    ['15d', { code: 'until_too_far' }],
    ['14d1m', { code: 'until_too_far' }],
    ['999999999d', { code: 'until_too_far' }],
    ...['2', '7', '17', '1730', 'at 5', 'Friday 5'].map((text): [string, Problem] => [
      text,
      { code: 'bare_until', number: text.replace(/^.* /, '') },
    ]),
    ...['tomorrow', 'Friday', 'heute', 'Friday soon'].map((text): [string, Problem] => [
      text,
      { code: 'no_time_of_day', day: text.replace(/ .*$/, '') },
    ]),
    ['Friday midnight', { code: 'bad_until', until: 'Friday midnight' }],
    ...[
      ...[
        'soon',
        '1h30',
        '17h30',
        '1h 30',
        '17:00 CET',
        '30m1h',
        '1h1h',
        '-2h',
        '+2h',
        '1.5h',
        '2hm',
        'h',
        '1e3m',
        '30s',
      ],
      ...['24:00', '17:60', '17:5', '13pm', '0am', '5xm', '5:3pm', '17:00pm', '17:00:00', '٢h'],
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

describe('A time before a title', () => {
  const titles = fc.constantFrom(
    'Add SSO',
    'Noontide',
    'ago',
    'Monthly report',
    '404 page',
    '¡Vamos!',
    'Pm2',
  );
  const times = fc.constantFrom(
    ...[
      '2h',
      '1h 30m',
      '1 d 2 h 3 min',
      'in 2 hours',
      '2h from now',
      '17:00',
      '17.30',
      '5pm',
      '5:30 pm',
      '5 p. m.',
    ],
    ...['noon', 'midnight', 'tomorrow 9:00', '9:00 tomorrow', 'on Friday at 17:00', 'Friday, 5 pm', '17 Uhr'],
  );

  it('should be read to its end, and no further', () => {
    fc.assert(
      fc.property(times, fc.constantFrom('', ',', ':'), titles, (time, mark, title) => {
        expect(readUntil(`${time}${mark} ${title}`)).toEqual({ until: parseUntil(time), rest: title });
      }),
    );
  });

  it('should never be read by half, whatever it is made of', () => {
    const piece = fc.constantFrom(
      ...[
        '1',
        '5',
        '30',
        '1h',
        '30m',
        '17:00',
        '5:30',
        'pm',
        'p.m.',
        'noon',
        'midnight',
        'tomorrow',
        'Friday',
      ],
      ...[
        'at',
        'on',
        'in',
        'and',
        'to',
        '-',
        '–',
        'hours',
        'Uhr',
        'o’clock',
        'CET',
        'UTC+2',
        'Europe/Berlin',
      ],
      ...['1.12.', '2026-12-01', 'morgen', '明日', 'next', 'morning', 'from', 'now', ','],
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const time = readUntil(`${pieces.join(' ')} Add SSO`);
        if ('code' in time) return;
        read += 1;
        // Words that only join belong to the title if no time comes after them.
        expect(time.rest).toMatch(/^(?:(?:at|on|in|and|to|-|–|next|from|now|,) )*Add SSO$/);
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it.each<[string, Until, string]>([
    ['2h', { kind: 'after', ms: 2 * HOUR }, ''],
    ['2h  -- 3 buttons', { kind: 'after', ms: 2 * HOUR }, '-- 3 buttons'],
    ['17:00 — 3 buttons', { kind: 'at', hour: 17, minute: 0 }, '— 3 buttons'],
    ['17:00\nAdd SSO', { kind: 'at', hour: 17, minute: 0 }, 'Add SSO'],
  ])('%j', (text, until, rest) => {
    expect(readUntil(text)).toEqual({ until, rest });
  });

  it.each<[string, Problem]>([
    ['', { code: 'no_until' }],
    ['5 Add SSO', { code: 'bare_until', number: '5' }],
    ['at 5 Add SSO', { code: 'bare_until', number: '5' }],
    ['1h 30 Add SSO', { code: 'until_end', until: '1h', next: '30' }],
    ['17:00 pm Add SSO', { code: 'until_end', until: '17:00', next: 'pm' }],
    ['17:00 CET Add SSO', { code: 'until_end', until: '17:00', next: 'CET' }],
    ['17:00 - 18:00 Add SSO', { code: 'until_end', until: '17:00', next: '18:00' }],
    ['17:00 next Friday Add SSO', { code: 'until_end', until: '17:00', next: 'Friday' }],
    ['midnight Friday Add SSO', { code: 'until_end', until: 'midnight', next: 'Friday' }],
    ['tomorrow Add SSO', { code: 'no_time_of_day', day: 'tomorrow' }],
    ['Friday midnight Add SSO', { code: 'bad_until', until: 'Friday midnight' }],
    ['15d Add SSO', { code: 'until_too_far' }],
    ['2h30 Add SSO', { code: 'bad_until', until: '2h30' }],
    ['on Fri-day Add SSO', { code: 'bad_until', until: 'on Fri-day' }],
  ])('%j is refused', (text, problem) => {
    expect(readUntil(text)).toEqual(problem);
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
    expect(momentOf(text, now, timeZone)).toBe(new Date(then).toISOString());
  });

  // The 24th of November 2026 is a Tuesday.
  it.each([
    ['today 17:00', '2026-11-24T09:00:00Z', '2026-11-24T16:00:00Z'],
    ['today 17:00', '2026-11-24T16:00:00Z', undefined],
    ['tomorrow 17:00', '2026-11-24T09:00:00Z', '2026-11-25T16:00:00Z'],
    ['tomorrow 17:00', '2026-11-24T16:30:00Z', '2026-11-25T16:00:00Z'],
    ['tomorrow 0:30', '2026-11-24T23:15:00Z', '2026-11-25T23:30:00Z'],
    ['Friday 17:00', '2026-11-24T09:00:00Z', '2026-11-27T16:00:00Z'],
    ['Tuesday 17:00', '2026-11-24T09:00:00Z', '2026-11-24T16:00:00Z'],
    ['Tuesday 17:00', '2026-11-24T16:00:00Z', '2026-12-01T16:00:00Z'],
    ['Monday 9:00', '2026-11-24T09:00:00Z', '2026-11-30T08:00:00Z'],
    ['Sunday 2:30', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00Z'],
  ])('of %s in Berlin at %s is %s', (text, now, then) => {
    expect(momentOf(text, now, 'Europe/Berlin')).toBe(then && new Date(then).toISOString());
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
        const then = nextWallClock({ hour, minute }, now, timeZone) ?? 0;
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

function momentOf(text: string, now: string, timeZone: string): string | undefined {
  const until = parseUntil(text);
  if ('code' in until || until.kind !== 'at') throw new Error(text);
  const moment = nextWallClock(until, Date.parse(now), timeZone);
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

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
