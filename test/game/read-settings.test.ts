import { describe, expect, it } from 'vitest';
import { DECKS } from '../../src/game/deck/deck.ts';
import { MAX_DECKS_TEXT, readSettings, type TypedSettings } from '../../src/game/read-settings.ts';
import { type ChannelSettings, DEFAULT_SETTINGS, optionsOf } from '../../src/game/settings.ts';
import { DAY, HOUR } from '../../src/time.ts';

const days = { title: 'days', cards: ['1', '2', '3'] };
const risk = { title: 'risk', cards: ['low', 'high'] };

const before: ChannelSettings = {
  ...DEFAULT_SETTINGS,
  deck: { name: 'custom', ...days },
  decks: [days, risk],
};

/** Filled in as it was, but for some fields. */
const typed = (fields: Partial<TypedSettings> = {}): TypedSettings => ({
  deck: 'days',
  decks: 'days: 1, 2, 3\nrisk: low, high',
  options: optionsOf(before),
  timeLimit: '',
  language: 'en',
  timeZone: '',
  pattern: '',
  url: '',
  ...fields,
});

const read = (fields: Partial<TypedSettings>) => readSettings(typed(fields), before);

describe('Settings', () => {
  it('should stay as they are when nothing is changed', () => {
    expect(readSettings(typed(), before)).toEqual({ settings: before });
  });

  it.each<[Partial<TypedSettings>, Partial<ChannelSettings>]>([
    [{ deck: 'tshirt' }, { deck: DECKS.tshirt }],
    [{ deck: 'risk' }, { deck: { name: 'custom', ...risk } }],
    [{ timeLimit: ' 2h ' }, { timeLimit: 2 * HOUR }],
    [{ timeLimit: '14d' }, { timeLimit: 14 * DAY }],
    [{ language: 'ja' }, { language: 'ja' }],
    [{ language: 'tlh' }, { language: 'en' }],
    [{ timeZone: ' Europe/Berlin ' }, { timeZone: 'Europe/Berlin' }],
    [
      { pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/PROJ-$1' },
      { issueLinks: { pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/PROJ-$1' } },
    ],
    [
      { options: { ...optionsOf(before), lobby: true, references: false } },
      { lobby: true, references: false },
    ],
  ])('with %j filled in', (fields, expected) => {
    expect(read(fields)).toEqual({ settings: { ...before, ...expected } });
  });

  it('should lose what was emptied', () => {
    const full: ChannelSettings = {
      ...before,
      timeLimit: HOUR,
      timeZone: 'UTC',
      issueLinks: { pattern: 'A', url: 'https://x/$&' },
    };
    expect(readSettings(typed({ deck: 'tshirt', decks: ' \n' }), full)).toEqual({
      settings: { ...before, deck: DECKS.tshirt, decks: [] },
    });
  });
});

describe('A default deck of the channel’s own', () => {
  it.each([
    [
      'changes with its cards',
      'days: 1, 2, 3, 5\nrisk: low, high',
      { title: 'days', cards: ['1', '2', '3', '5'] },
    ],
    ['is found whatever its case', 'DAYS: 1, 2', { title: 'DAYS', cards: ['1', '2'] }],
    [
      'keeps its cards under a new name',
      'risk: low, high\nefforts: 1, 2, 3',
      { title: 'efforts', cards: days.cards },
    ],
  ])('%s', (_, decks, deck) => {
    expect(read({ decks })).toMatchObject({ settings: { deck: { name: 'custom', ...deck } } });
  });

  it('should be missed when it is removed, with its name', () => {
    expect(read({ decks: 'risk: low, high' })).toEqual({
      problems: { deck: { code: 'deck_removed', deck: 'days' } },
    });
  });

  it('should not be missed as long as the list cannot be read', () => {
    expect(read({ decks: 'days' })).toEqual({ problems: { decks: { code: 'deck_line', line: 'days' } } });
  });
});

describe('What is wrong', () => {
  const field = { pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/$1' };
  it.each<[Partial<TypedSettings>, object]>([
    [{ timeLimit: '17:00' }, { timeLimit: { code: 'bad_time_limit', limit: '17:00' } }],
    [{ timeLimit: 'soon' }, { timeLimit: { code: 'bad_time_limit', limit: 'soon' } }],
    [{ timeLimit: '0m' }, { timeLimit: { code: 'until_too_soon' } }],
    [{ timeLimit: '15d' }, { timeLimit: { code: 'until_too_far' } }],
    [{ timeZone: 'Berlin' }, { timeZone: { code: 'unknown_time_zone', zone: 'Berlin' } }],
    [{ ...field, url: ' ' }, { url: { code: 'half_pattern' } }],
    [{ ...field, pattern: '' }, { pattern: { code: 'half_pattern' } }],
    [{ ...field, pattern: '(a+)+' }, { pattern: { code: 'bad_pattern', pattern: '(a+)+' } }],
    [{ ...field, url: 'javascript:$1' }, { url: { code: 'bad_pattern_url', url: 'javascript:$1' } }],
    [{ deck: 'gone' }, { deck: { code: 'deck_removed', deck: 'gone' } }],
    [
      { decks: 'a: 1', timeLimit: 'x', timeZone: 'y', pattern: 'z' },
      {
        decks: { code: 'too_few_cards', given: 1 },
        timeLimit: { code: 'bad_time_limit', limit: 'x' },
        timeZone: { code: 'unknown_time_zone', zone: 'y' },
        url: { code: 'half_pattern' },
      },
    ],
  ])('should be said of each field: %j', (fields, problems) => {
    expect(read(fields)).toEqual({ problems });
  });

  it('should be said of decks that would not fit into their field again', () => {
    const long = Array.from({ length: 25 }, (_, n) => `${'🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(2)}${n}`).join();
    const decks = Array.from({ length: 10 }, (_, n) => `deck-${n}: ${long}`).join('\n');
    expect(read({ decks })).toEqual({
      problems: { decks: { code: 'decks_too_long', most: MAX_DECKS_TEXT } },
    });
  });
});
