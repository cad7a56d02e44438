import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../handlers/commands/arguments.ts';
import type { Flags } from '../../../handlers/commands/flags.ts';
import { MAX_TITLE } from '../../../src/game/story/title.ts';
import { HOUR, MINUTE } from '../../../src/time.ts';

const start = (title: string, flags: Flags = {}) => ({ kind: 'start', story: { title }, flags });
const wrong = (code: string, more: object = {}) => ({ kind: 'wrong', problem: { code, ...more } });
const named = (name: string) => ({ deck: { named: name } });
const cards = (...list: string[]) => ({ deck: { name: 'custom', cards: list } as const });
const after = (ms: number) => ({ until: { kind: 'after', ms } as const });

it.each([
  ['', { kind: 'form' }],
  ['   ', { kind: 'form' }],
  ['help', { kind: 'help' }],
  [' HELP ', { kind: 'help' }],
  ['--help', { kind: 'help' }],
  ['-h', { kind: 'help' }],
  ['?', { kind: 'help' }],
  ['help me estimate', start('help me estimate')],
  ['Add SSO login', start('Add SSO login')],
  ['  Add\tSSO  ', start('Add SSO')],
  ['Add SSO --verbose', start('Add SSO --verbose')],
  ['-- Add SSO --lobby', start('Add SSO --lobby')],
  ['-x Add SSO', start('-x Add SSO')],
  ['- Add SSO', start('Add SSO')],
  ['*Add* <!channel> & `SSO`', start('Add <!channel> & SSO')],
  ['*Add SSO* and _~more~_', start('Add SSO and more')],
  ['snake_case_name, 2*3*4, a * b * c', start('snake_case_name, 2*3*4, a * b * c')],
  ['> 5 users', start('> 5 users')],
  [':rocket: Ship it 1:100:5', start(':rocket: Ship it 1:100:5')],
])('%j', (text, expected) => {
  expect(parseArguments(text)).toEqual(expected);
});

describe('A subcommand', () => {
  it.each([
    ['settings', { kind: 'settings' }],
    [' Settings ', { kind: 'settings' }],
    ['mine', { kind: 'mine' }],
    ['REVEAL', { kind: 'reveal' }],
    ['next', { kind: 'next' }],
    ['history', { kind: 'history', page: 1 }],
    ['History  2', { kind: 'history', page: 2 }],
    ['history 9999', { kind: 'history', page: 9999 }],
    ['export', { kind: 'export', format: 'csv' }],
    ['export CSV', { kind: 'export', format: 'csv' }],
    ['export markdown', { kind: 'export', format: 'markdown' }],
    ['export md', { kind: 'export', format: 'markdown' }],
    ['again', { kind: 'again' }],
    ['End', { kind: 'end' }],
    ['join', { kind: 'join' }],
    ['leave', { kind: 'leave' }],
    ['agree 8', { kind: 'agree', card: '8' }],
    ['agree on 8', { kind: 'agree', card: '8' }],
    ['vote 5 because of the migration', { kind: 'vote', card: '5', reason: 'because of the migration' }],
    ['vote 5 because the tests are slow', { kind: 'vote', card: '5', reason: 'the tests are slow' }],
    ['vote 5 weil es dauert', { kind: 'vote', card: '5', reason: 'es dauert' }],
    ['vote 5 because', { kind: 'vote', card: '5' }],
    ['vote 5', { kind: 'vote', card: '5' }],
    ['VOTE xl', { kind: 'vote', card: 'xl' }],
    ['vote ?', { kind: 'vote', card: '?' }],
    ['vote :coffee:', { kind: 'vote', card: '☕' }],
    ['vote :rocket:', { kind: 'vote', card: '🚀' }],
    ['vote ½', { kind: 'vote', card: '½' }],
    ['vote "not sure"', { kind: 'vote', card: 'not sure' }],
    ['vote “not  sure”', { kind: 'vote', card: 'not sure' }],
    ["vote '5'", { kind: 'vote', card: '5' }],
  ])('%j', (text, expected) => {
    expect(parseArguments(text)).toEqual(expected);
  });

  it.each([
    ['history 0', wrong('bad_page', { page: '0', typed: 'history 0' })],
    ['history -1', wrong('bad_page', { page: '-1', typed: 'history -1' })],
    ['history 10000', wrong('bad_page', { page: '10000', typed: 'history 10000' })],
    ['export pdf', wrong('unknown_format', { format: 'pdf', typed: 'export pdf' })],
    ['export PDF', wrong('unknown_format', { format: 'PDF', typed: 'export PDF' })],
    ['vote', wrong('no_card')],
    [' Vote ', wrong('no_card')],
  ])('%j is wrong', (text, expected) => {
    expect(parseArguments(text)).toEqual(expected);
  });

  it.each([
    ...[
      'history of art',
      'history x',
      'history 2 pages',
      'history 1.5',
      'export the data',
      'export csv files',
    ],
    ...[
      'vote on the logo',
      'vote 5 5',
      'vote "5" again',
      'vote "5',
      'next steps',
      'reveal all',
      'settings page',
    ],
    ...['mine gold', 'historys', 'constructor', '__proto__', 'next,'],
  ])('%j is a title', (text) => {
    expect(parseArguments(text)).toMatchObject(start(text));
  });

  it.each(['reveal', 'history 2', 'export pdf', 'vote', 'help'])('%j is a title after a dash', (text) => {
    expect(parseArguments(`-- ${text}`)).toEqual(start(text));
    expect(parseArguments(`—  ${text}`)).toEqual(start(text));
    expect(parseArguments(`--no-lobby ${text}`)).toEqual(start(text, { lobby: false }));
  });
});

describe('Flags', () => {
  it.each<[string, Flags]>([
    ['--lobby', { lobby: true }],
    ['--LOBBY', { lobby: true }],
    ['--no-lobby', { lobby: false }],
    ['--auto-reveal', { autoReveal: true }],
    ['--no-auto-reveal', { autoReveal: false }],
    ['--anonymous', { anonymous: true }],
    ['--no-anonymous', { anonymous: false }],
    ['--reasons', { reasons: true }],
    ['--No-Reasons', { reasons: false }],
    ['--anyone', { anyoneReveals: true }],
    ['--no-anyone', { anyoneReveals: false }],
    ['--no-lobby --lobby', { lobby: true }],
    ['—lobby', { lobby: true }],
    ['−−lobby', { lobby: true }],
    ['\u200b--lobby', { lobby: true }],
    ['-lobby', { lobby: true }],
    ['-no-lobby', { lobby: false }],
    ['--lobby:', { lobby: true }],
    ['-deck tshirt', named('tshirt')],
    ['--deck: tshirt', named('tshirt')],
    ['–no-auto-reveal', { autoReveal: false }],
    ['--lobby\n', { lobby: true }],
    ['--lobby --', { lobby: true }],
    ['--', {}],
    ['--deck tshirt', named('tshirt')],
    ['--deck TShirt  ', named('TShirt')],
    ['--deck=powers', named('powers')],
    ['--Deck t-shirt', named('t-shirt')],
    ['--deck __proto__', named('__proto__')],
    ['--deck "tshirt"', named('tshirt')],
    ['--deck 大きさ', named('大きさ')],
    ['--deck powers --deck tshirt', named('tshirt')],
    ['—deck tshirt', named('tshirt')],
    ['--deck modified --lobby', { ...named('modified'), lobby: true }],
    ['--lobby --deck modified', { ...named('modified'), lobby: true }],
    ['--until 2h', after(2 * HOUR)],
    ['--until=90m', after(90 * MINUTE)],
    ['--until "1h 30m"', after(90 * MINUTE)],
    ['--until 17:00', { until: { kind: 'at', hour: 17, minute: 0 } }],
    ['--until "5 pm"', { until: { kind: 'at', hour: 17, minute: 0 } }],
    ['--until 5:30 pm', { until: { kind: 'at', hour: 17, minute: 30 } }],
    ['--until=5:30 pm --lobby', { until: { kind: 'at', hour: 17, minute: 30 }, lobby: true }],
    ['--until 1h 30m', after(90 * MINUTE)],
    ['--until tomorrow 9:00', { until: { kind: 'at', hour: 9, minute: 0, day: 'tomorrow' } }],
    ['--until Friday 17:00 --', { until: { kind: 'at', hour: 17, minute: 0, day: 5 } }],
    ['--no-until', { until: 'none' }],
    ['--no-until --until 2h', after(2 * HOUR)],
    ['--until 2h --deck "1,2" --reasons', { ...after(2 * HOUR), ...cards('1', '2'), reasons: true }],
  ])('%j', (flags, expected) => {
    expect(parseArguments(`${flags} Add SSO`)).toEqual(start('Add SSO', expected));
  });

  it.each([
    '--deck "1,2,?"',
    '--deck="1, 2, ?"',
    '--deck=“1,2,?”',
    '--deck „1,2,?“',
    '--deck ”1, 2, ?”',
    '--deck «1, 2, ?»',
    '--deck » 1, 2, ? «',
    "--deck '1,2,?'",
    '--deck ‘1, 2, ?’',
    '--deck ‚1, 2, ?‘',
    '--deck ‹1,2,?›',
    '--deck 「１、２、？」',
    '--deck 1,2,?',
    '--deck 1, 2, ?',
    '--deck 1 ,2, ?',
    '--deck=1、2、 ?',
    '--deck [1,2,?]',
    '--deck=1,2,?',
    '—deck=1;2;?',
    '--deck "1,2,?"  ',
  ])('%j are cards', (flags) => {
    expect(parseArguments(`${flags} Add SSO`)).toEqual(start('Add SSO', cards('1', '2', '?')));
  });

  it('should end where a time in quotes does', () => {
    const read = parseArguments('--until "2h" 30 new buttons');
    expect(read).toEqual(start('30 new buttons', after(2 * HOUR)));
  });

  it('should end at a double dash', () => {
    expect(parseArguments('-- --lobby Add SSO')).toEqual(start('--lobby Add SSO'));
  });

  it.each([
    ['--lobyb Add SSO', wrong('unknown_flag', { flag: '--lobyb' })],
    ['—Lobyb Add SSO', wrong('unknown_flag', { flag: '--Lobyb' })],
    ['--constructor Add SSO', wrong('unknown_flag', { flag: '--constructor' })],
    ['--lobby=yes Add SSO', wrong('unknown_flag', { flag: '--lobby=yes' })],
    ['--no-deck Add SSO', wrong('unknown_flag', { flag: '--no-deck' })],
    ['--no-no-lobby Add SSO', wrong('unknown_flag', { flag: '--no-no-lobby' })],
    ['--autoReveal Add SSO', wrong('unknown_flag', { flag: '--autoReveal' })],
    ['--=x Add SSO', wrong('unknown_flag', { flag: '--=x' })],
    ['--deck', wrong('no_deck')],
    ['--deck= Add SSO', wrong('no_deck')],
    ['--deck "" Add SSO', wrong('no_deck')],
    ['--deck "1,2 Add SSO', wrong('no_deck')],
    ['Add SSO --lobby', wrong('flag_behind', { flag: '--lobby' })],
    ['--deck 1,2, Add SSO', wrong('deck_without_end')],
    ['--deck=S, M, L Add SSO', wrong('deck_without_end')],
    ['--deck --lobby Add SSO', wrong('no_deck')],
    ['--deck "1,1" Add SSO', wrong('card_twice', { card: '1' })],
    ['--deck "?,☕" Add SSO', wrong('no_estimates')],
    ['--until', wrong('no_until')],
    ['--until= Add SSO', wrong('no_until')],
    ['--until —lobby Add SSO', wrong('no_until')],
    ['--until 5 Add SSO', wrong('bare_until', { number: '5' })],
    ['--until "5" Add SSO', wrong('bare_until', { number: '5' })],
    ['--until "1h 30" Add SSO', wrong('bad_until', { until: '1h 30' })],
    ['--until 1h 30 Add SSO', wrong('until_end', { until: '1h', next: '30' })],
    ['--until tomorrow Add SSO', wrong('no_time_of_day', { day: 'tomorrow' })],
    ['--until "2h Add SSO', wrong('no_until')],
    ['--until soon Add SSO', wrong('bad_until', { until: 'soon' })],
    ['--until 0m Add SSO', wrong('until_too_soon')],
    ['--until 15d Add SSO', wrong('until_too_far')],
    ['--lobby', wrong('no_title')],
    ['--deck tshirt', wrong('no_title')],
    ['--', wrong('no_title')],
    ['-- \u200b', wrong('no_title')],
  ])('%j is wrong', (text, expected) => {
    expect(parseArguments(text)).toEqual(expected);
  });
});

describe('A title', () => {
  it('should keep the link before it', () => {
    const story = { title: 'Add SSO', link: 'https://tracker.test/PROJ-12' };
    const text = 'https://tracker.test/PROJ-12 Add SSO';
    expect(parseArguments(text)).toEqual({ kind: 'start', story, flags: {} });
    expect(parseArguments(`--lobby -- ${text}`)).toEqual({ kind: 'start', story, flags: { lobby: true } });
  });

  it('should have 3000 characters at most', () => {
    const longest = 'x'.repeat(MAX_TITLE);
    expect(parseArguments(longest)).toEqual(start(longest));
    expect(parseArguments(`${longest}x`)).toEqual(wrong('title_too_long'));
  });

  it('should be read from anything, without a throw', () => {
    const word = fc.constantFrom(
      '--deck',
      '--until=',
      '“',
      '"',
      '»',
      '1,2',
      '--',
      '—',
      'vote',
      'https://',
      ' ',
    );
    const anything = fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 6 });
    fc.assert(
      fc.property(anything, (words) => {
        const parsed = parseArguments(words.join(' '));
        if (parsed.kind === 'start') expect(parsed.story.title.trim()).toBe(parsed.story.title);
      }),
      { numRuns: 500 },
    );
  });
});
