import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseArguments } from '../../handlers/commands/arguments.ts';
import { MAX_TITLE } from '../../src/session/session.ts';

const start = (title: string, more: { deck?: string; lobby?: boolean } = {}) => ({
  ...{ kind: 'start', title, deck: 'fibonacci', lobby: false },
  ...more,
});
const wrong = (code: string, more: object = {}) => ({ kind: 'wrong', problem: { code, ...more } });

test.each([
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
  ['Add SSO --lobby', start('Add SSO --lobby')],
  ['-x Add SSO', start('-x Add SSO')],
  ['- Add SSO', start('- Add SSO')],
  ['*Add* <!channel> & `SSO`', start('*Add* <!channel> & `SSO`')],
])('%j', (text, expected) => {
  expect(parseArguments(text)).toEqual(expected);
});

describe('Flags', () => {
  test.each([
    ['--lobby Add SSO', { lobby: true }],
    ['--LOBBY Add SSO', { lobby: true }],
    ['--deck tshirt Add SSO', { deck: 'tshirt' }],
    ['--deck TShirt   Add SSO', { deck: 'tshirt' }],
    ['--deck=powers Add SSO', { deck: 'powers' }],
    ['--Deck t-shirt Add SSO', { deck: 'tshirt' }],
    ['--deck modified --lobby Add SSO', { deck: 'modified', lobby: true }],
    ['--lobby --deck modified Add SSO', { deck: 'modified', lobby: true }],
    ['--deck powers --deck tshirt Add SSO', { deck: 'tshirt' }],
    ['—lobby Add SSO', { lobby: true }],
    ['–lobby Add SSO', { lobby: true }],
    ['—deck tshirt Add SSO', { deck: 'tshirt' }],
    ['-- Add SSO', {}],
    ['--lobby -- Add SSO', { lobby: true }],
    ['--lobby\nAdd SSO', { lobby: true }],
  ])('%j', (text, more) => {
    expect(parseArguments(text)).toEqual(start('Add SSO', more));
  });

  it('should end at a double dash', () => {
    expect(parseArguments('-- --lobby Add SSO')).toEqual(start('--lobby Add SSO'));
    expect(parseArguments('-- help')).toEqual(start('help'));
  });

  test.each([
    ['--lobyb Add SSO', wrong('unknown_flag', { flag: '--lobyb' })],
    ['—Lobyb Add SSO', wrong('unknown_flag', { flag: '--Lobyb' })],
    ['--constructor Add SSO', wrong('unknown_flag', { flag: '--constructor' })],
    ['--lobby=yes Add SSO', wrong('unknown_flag', { flag: '--lobby=yes' })],
    ['--deck tarot Add SSO', wrong('unknown_deck', { deck: 'tarot' })],
    ['--deck=tarot Add SSO', wrong('unknown_deck', { deck: 'tarot' })],
    ['--deck __proto__ Add SSO', wrong('unknown_deck', { deck: '__proto__' })],
    ['--deck', wrong('no_deck')],
    ['--deck= Add SSO', wrong('no_deck')],
    ['--lobby', wrong('no_title')],
    ['--deck tshirt', wrong('no_title')],
    ['--', wrong('no_title')],
    ['-- \u200b', wrong('no_title')],
  ])('%j is wrong', (text, expected) => {
    expect(parseArguments(text)).toEqual(expected);
  });
});

describe('A title', () => {
  it('should have 3000 characters at most', () => {
    const longest = 'x'.repeat(MAX_TITLE);
    expect(parseArguments(longest)).toEqual(start(longest));
    expect(parseArguments(`${longest}x`)).toEqual(wrong('title_too_long'));
  });

  it('should be read from anything, without a throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseArguments(text);
        if (parsed.kind === 'start') expect(parsed.title.trim()).toBe(parsed.title);
      }),
    );
  });
});
