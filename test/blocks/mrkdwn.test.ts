import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { cut, mentions, within } from '../../blocks/text/mrkdwn.ts';
import { people } from './boards.ts';
import { unescapeText } from './texts.ts';

describe('Cutting', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).map((one) => one.toWellFormed());
  const clusters = fc
    .array(fc.constantFrom('a', '\u0301', '\u200d', '👩', '🇩', '\u{e0100}', '\u{1d165}'), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('should keep within the length and never leave half a character', () => {
    fc.assert(
      fc.property(fc.oneof(text, clusters), fc.integer({ min: 2, max: 40 }), (whole, length) => {
        const shortened = cut(whole, length);
        expect(shortened.length).toBeLessThanOrEqual(length);
        expect(shortened.isWellFormed()).toBe(true);
        if (whole.length <= length) expect(shortened).toBe(whole);
        else expect(shortened.endsWith('…') && whole.startsWith(shortened.slice(0, -1))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Add SSO login', 13, 'Add SSO login'],
    ['Add SSO login', 12, 'Add SSO log…'],
    ['Add SSO login', 5, 'Add…'],
    ['👩‍👩‍👧👩‍👩‍👧', 10, '👩‍👩‍👧…'],
    ['🇩🇪🇫🇷', 7, '🇩🇪…'],
  ])('%s to %d: %s', (whole, length, shortened) => {
    expect(cut(whole, length)).toBe(shortened);
  });
});

describe('A title within a sentence', () => {
  it.each([
    ['Add SSO', 'Add SSO'],
    ['a < b & c', 'a &lt; b &amp; c'],
    ['דף', '\u2068דף\u2069'],
  ])('%s', (title, expected) => {
    expect(within(title, 150)).toBe(expected);
    expect(unescapeText(within(title, 150))).toContain(title);
  });

  it.each(['\u202eevil', '\u2069\u202eevil', 'x\u2066\u202b', '\u2067\u2069\u2069\u202dא'])(
    '%j cannot turn the sentence around it',
    (title) => {
      expect(openAfter(`“${within(title, 150)}”`)).toEqual([]);
    },
  );
});

/**
 * The embeddings and isolates that a text leaves open, or closes without having opened them.
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings
 */
function openAfter(text: string): string[] {
  const open: string[] = [];
  for (const character of text) {
    if (/[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(character)) open.push(character);
    else if (character === '\u202c' && /[\u202a-\u202e]/.test(open.at(-1) ?? '')) open.pop();
    else if (character === '\u2069') {
      const isolate = open.findLastIndex((one) => /[\u2066-\u2068]/.test(one));
      if (isolate < 0) return ['closed more than was opened'];
      // The end of an isolate ends everything that was opened in it.
      open.length = isolate;
    }
  }
  return open;
}

describe('Names', () => {
  it.each([
    [0, ''],
    [1, '<@U10000000000>'],
    [2, '<@U10000000000> <@U10000000001>'],
  ])('of %d people', (number, expected) => {
    expect(mentions(translator('en'), people(number))).toBe(expected);
  });

  it.each([
    [8, 8, undefined],
    [9, 8, 'and 1 more'],
    [300, 8, 'and 292 more'],
  ])('of %d people: %d, %s', (number, named, more) => {
    const text = mentions(translator('en'), people(number));
    expect(text.match(/<@/g)).toHaveLength(named);
    if (more) expect(text.endsWith(more)).toBe(true);
    else expect(text).not.toContain('more');
  });
});
