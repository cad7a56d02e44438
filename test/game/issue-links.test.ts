import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkKeys, parseIssueLinks } from '../../src/game/story/issue-links.ts';
import { compileKeyPattern, findKeys } from '../../src/game/story/key-pattern.ts';

const JIRA = { pattern: String.raw`PROJ-(\d+)`, url: 'https://tracker.test/browse/PROJ-$1' };

/** The keys that a pattern finds in a title. */
const keysIn = (pattern: string, title: string): string[] =>
  linkKeys(title, { pattern, url: 'https://tracker.test/$&' })
    .filter(({ url }) => url !== undefined)
    .map(({ text }) => text);

describe('Issue links', () => {
  it.each([
    [JIRA.pattern, JIRA.url],
    [String.raw`([A-Z]+-\d+)`, 'https://tracker.test/$1'],
    [String.raw`[A-Z]{2,5}-\d{1,6}`, 'https://tracker.test/?q=$&'],
    [String.raw`#(\d+)`, 'http://localhost:8080/issues/$1#$1'],
    [String.raw`([a-z]+)/([a-z]+)#(\d+)`, 'https://tracker.test/$1/$2/issues/$3'],
    [String.raw`GH-?\d{3,}`, 'https://tracker.test/$&'],
    [String.raw`[\d\w.\-]{1,3}\.[a-cX]\-x`, 'https://tracker.test/$&'],
    ['課題-[0-9]+', 'https://tracker.test/$&'],
  ])('%s → %s', (pattern, url) => {
    expect(parseIssueLinks(` ${pattern} `, ` ${url}\n`)).toEqual({ pattern, url });
  });

  it.each([
    ['', '', undefined],
    [' ', '\n', undefined],
    [JIRA.pattern, '', { code: 'half_pattern' }],
    ['', JIRA.url, { code: 'half_pattern' }],
  ])('%j and %j', (pattern, url, expected) => {
    expect(parseIssueLinks(pattern, url)).toEqual(expected);
  });

  it.each([
    ...['(a+)+', '(a|b)', 'a|b', 'a*', '.+', '(?:a)', '(?=a)', '(?<n>a)', String.raw`(a)\1`, '^a', 'a$'],
    ...['((a))', '(a)(b)(c)(d)', '()', '(a', 'a)', '(a)+', '(a){2}', 'a++', 'a+?', '+', 'a{,2}', 'a{3,2}'],
    ...['a{0}', 'a{21}', 'a{1,99}', 'a{2', '[^a]', '[]', '[a', '[Z-A]', '[a-', 'a]', 'a?', 'a{0,3}b?'],
    ...[String.raw`\s`, String.raw`\b`, String.raw`\p{L}`, '\\', String.raw`\n`, 'a\u0007', 'x'.repeat(101)],
    ...[String.raw`[\d-z]`, String.raw`[\s]`, '[[a]]'],
  ])('the pattern %j is refused', (pattern) => {
    expect(parseIssueLinks(pattern, JIRA.url)).toEqual({ code: 'bad_pattern', pattern });
  });

  it.each([
    ...['tracker.test/$1', 'ftp://tracker.test/$1', 'javascript:$1', '//tracker.test/$1', '$1', '$&'],
    ...[
      'https://tracker.test/',
      'https://tracker.test/$2',
      'https://tracker.test/$0',
      'https://tracker.test/$',
    ],
    ...[
      'https://$1/',
      'https://$1.test/',
      'https://tracker.test$1',
      'https://tracker.test:$1/',
      'http$1://x/',
    ],
    ...['https://ada:secret@tracker.test/$1', 'https://$1@tracker.test/', `https://x/$1${'x'.repeat(500)}`],
  ])('the URL %j is refused', (url) => {
    expect(parseIssueLinks(JIRA.pattern, url)).toEqual({ code: 'bad_pattern_url', url });
  });
});

describe('A key', () => {
  it.each([
    [String.raw`PROJ-(\d+)`, 'PROJ-1, PROJ-23 and (PROJ-4)', ['PROJ-1', 'PROJ-23', 'PROJ-4']],
    [String.raw`PROJ-(\d+)`, 'XPROJ-1 1PROJ-1 éPROJ-1 e\u0301PROJ-1 PROJ-1x PROJ-1é', []],
    [String.raw`PROJ-\d`, 'PROJ-12 PROJ-1', ['PROJ-1']],
    [String.raw`PROJ-\d{2,3}`, 'PROJ-1 PROJ-12 PROJ-123 PROJ-1234', ['PROJ-12', 'PROJ-123']],
    [String.raw`PROJ-\d+`, `PROJ-${'1'.repeat(20)} PROJ-${'1'.repeat(21)}`, [`PROJ-${'1'.repeat(20)}`]],
    [String.raw`[A-Z]+-\d+`, 'see A-PROJ-1', ['PROJ-1']],
    [String.raw`PROJ-\d+`, 'proj-1', []],
    [String.raw`[A-Z]+[A-Z]\d`, 'ABC1', ['ABC1']],
    [String.raw`A?A?A?AAA-\d`, 'AAAA-1', ['AAAA-1']],
    [String.raw`GH-?\d{3}`, 'GH123 GH-123 GH--123', ['GH123', 'GH-123']],
    [String.raw`#\d+`, '#1#2 a#3', ['#1']],
    [String.raw`\w+\.\d`, 'v.1 ü.1', ['v.1']],
    ['[a-c-]+x', 'a-cx', ['a-cx']],
    ['🃏[0-9]', '🃏1', ['🃏1']],
    [String.raw`#\d`, '#1 #2 #3 #4 #5 #6', ['#1', '#2', '#3', '#4', '#5']],
    [String.raw`#\d`, `${'🃏'.repeat(297)} #1`, ['#1']],
    [String.raw`#\d`, `${'🃏'.repeat(298)} #1`, []],
    [String.raw`#\d+`, `${'-'.repeat(297)} #12`, []],
  ])('%s in %j', (pattern, title, keys) => {
    expect(keysIn(pattern, title)).toEqual(keys);
  });

  it.each([
    [
      'Fix PROJ-12 & PROJ-3!',
      JIRA,
      [
        { text: 'Fix ' },
        { text: 'PROJ-12', url: 'https://tracker.test/browse/PROJ-12' },
        { text: ' & ' },
        { text: 'PROJ-3', url: 'https://tracker.test/browse/PROJ-3' },
        { text: '!' },
      ],
    ],
    ['PROJ-1', JIRA, [{ text: 'PROJ-1', url: 'https://tracker.test/browse/PROJ-1' }]],
    ['Add SSO', JIRA, [{ text: 'Add SSO' }]],
    ['PROJ-1', undefined, [{ text: 'PROJ-1' }]],
    ['PROJ-1', { pattern: '(', url: 'https://tracker.test/$1' }, [{ text: 'PROJ-1' }]],
    [
      'ada/groom#7',
      { pattern: String.raw`(\w+)/(\w+)#(\d+)`, url: 'https://tracker.test/$2/$1/$3?k=$&' },
      [{ text: 'ada/groom#7', url: 'https://tracker.test/groom/ada/7?k=ada%2Fgroom%237' }],
    ],
    [
      'x/../..',
      { pattern: String.raw`x([\/.]+)`, url: 'https://tracker.test/a/b/$1/c' },
      [{ text: 'x/../..', url: 'https://tracker.test/a/b/%2F..%2F../c' }],
    ],
  ])('of %j with %j is a link', (title, links, pieces) => {
    expect(linkKeys(title, links)).toEqual(pieces);
  });
});

/** What a pattern may be made of, and what it may not; titles that nearly fit. */
const part = fc.constantFrom(
  ...[
    'a',
    '-',
    '[a-b]',
    '\\w',
    '\\d',
    '[a-zA-Z0-9]',
    '(',
    ')',
    '+',
    '?',
    '{1,20}',
    '{0,20}',
    '*',
    '|',
    '.',
    '[',
  ],
);
const patterns = fc.array(part, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
const titles = fc
  .array(fc.constantFrom('a', 'b', '1', '-', ' ', '🃏', '\ud83d'), { maxLength: 400 })
  .map((parts) => parts.join(''));

describe('Whatever the pattern', () => {
  it('should leave the title as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(patterns, fc.string()),
        fc.oneof(titles, fc.string({ unit: 'binary' })),
        (pattern, title) => {
          const pieces = linkKeys(title, { pattern, url: 'https://tracker.test/$&' });
          expect(pieces.map(({ text }) => text).join('')).toBe(title);
          for (const { url } of pieces)
            expect(url ?? 'https://tracker.test/').toMatch(/^https:\/\/tracker\.test\/[^?#]*$/);
        },
      ),
    );
  });

  it('should find what the engine of regular expressions finds', () => {
    const harmless = fc.constantFrom(
      'a+-?1',
      '[ab]+1?',
      '(a{1,3})b?(1+)',
      '\\w{2,4}-\\d',
      'a?a?ab',
      '-+a',
      '1-?1-?1',
    );
    const short = fc
      .array(fc.constantFrom('a', 'b', '1', '-', ' '), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(harmless, short, (source, title) => {
        const pattern = compileKeyPattern(source);
        if (!pattern) throw new Error(source);
        const found = findKeys(pattern, [...title]).map(({ start, end, groups }) => [
          title.slice(start, end),
          ...groups,
        ]);
        const expected = title.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu'));
        expect(found).toEqual([...expected].map((match) => [...match]));
      }),
      { numRuns: 500 },
    );
  });

  it('should look at each character at most as often as all pieces can repeat', () => {
    const repeated = fc.array(fc.constantFrom('a+', '\\w+', '[a-b]{0,20}', '\\w?', '\\w{1,20}'), {
      maxLength: 14,
    });
    const hostile = fc
      .tuple(repeated, fc.constantFrom('-', '1', '!'))
      .map(([parts, end]) => `a${parts.join('')}${end}`);
    const longTitles = fc.oneof(
      titles,
      fc.constantFrom('a'.repeat(3000), '-a'.repeat(150), `${'a'.repeat(299)}!`),
    );
    fc.assert(
      fc.property(hostile, longTitles, (source, title) => {
        const pattern = compileKeyPattern(source);
        if (!pattern) throw new Error(source);
        let steps = 0;
        const counted = (piece: (typeof pattern.pieces)[number]) => ({
          ...piece,
          fits: (character: string) => {
            steps += 1;
            return piece.fits(character);
          },
        });
        findKeys({ ...pattern, pieces: pattern.pieces.map(counted) }, [...title]);
        // Twice: once where it failed for good, and once within a key.
        const repeats = pattern.pieces.reduce((sum, { max }) => sum + max + 1, 0);
        expect(steps).toBeLessThanOrEqual(2 * 301 * repeats);
      }),
    );
  });
});
