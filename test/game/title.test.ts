import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStories } from '../../src/game/story/story-line.ts';
import { cleanTitle, isTooLong, MAX_TITLE } from '../../src/game/story/title.ts';

/** Strings as hostile as JavaScript lets them be: any UTF-16 units, halves of characters included. */
const anything = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

describe('A title', () => {
  it.each([
    ['trims', '  Add SSO  ', 'Add SSO'],
    ['becomes one line', 'Add\nSSO\r\nlogin', 'Add SSO login'],
    ['loses control characters', 'Add\u0000SSO\u0007', 'Add SSO'],
    ['keeps inner spaces', 'Add  SSO', 'Add  SSO'],
    [
      'keeps markup',
      '*Add* _SSO_ <!channel> <@U0ADA> &amp; `x`',
      '*Add* _SSO_ <!channel> <@U0ADA> &amp; `x`',
    ],
    ['keeps emoji', '👩‍👩‍👧 family 🏳️‍🌈', '👩‍👩‍👧 family 🏳️‍🌈'],
    ['keeps right-to-left script', 'דף כניסה', 'דף כניסה'],
    ['mends half a character', 'Add \ud83d SSO', 'Add \ufffd SSO'],
  ])('%s', (_, typed, title) => {
    expect(cleanTitle(typed)).toBe(title);
  });

  it.each(['', '   ', '\u0000\n\t', '\u200b\u2060\ufeff', '\u202e\u00a0\u3000'])('%j is none', (typed) => {
    expect(cleanTitle(typed)).toBeUndefined();
  });

  it('should be well-formed, on one line and stable, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const title = cleanTitle(typed);
        if (title === undefined) return;
        expect(title.isWellFormed()).toBe(true);
        expect(title).not.toMatch(/\p{Cc}/u);
        expect(cleanTitle(title)).toBe(title);
      }),
    );
  });

  it('should fit into 3000 characters', () => {
    expect(isTooLong('x'.repeat(MAX_TITLE))).toBe(false);
    expect(isTooLong('x'.repeat(MAX_TITLE + 1))).toBe(true);
  });
});

it.each([
  ['one on each line', 'A\nB\nC', ['A', 'B', 'C']],
  ['line ends of all kinds', 'A\r\nB\rC\u2028D\u2029E', ['A', 'B', 'C', 'D', 'E']],
  ['empty lines passed over', '\n\nA\n  \n\u200b\nB\n', ['A', 'B']],
  ['repeated ones kept', 'A\nA', ['A', 'A']],
  ['nothing', ' \n ', []],
])('titles: %s', (_, text, titles) => {
  expect(parseStories(text).map(({ title }) => title)).toEqual(titles);
});
