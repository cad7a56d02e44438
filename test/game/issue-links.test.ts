import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPatternFormer, linkKeys, parseIssueLinks } from '../../src/game/story/issue-links.ts';

const JIRA = { pattern: 'PROJ, OPS', url: 'https://tracker.test/browse/PROJ-$1' };

/** The keys that a title has, of those that were named. */
const keysIn = (pattern: string, title: string): string[] =>
  linkKeys(title, { pattern, url: 'https://tracker.test/$&' })
    .filter(({ url }) => url !== undefined)
    .map(({ text }) => text);

describe('Issue links', () => {
  it.each([
    [JIRA.pattern, JIRA.url],
    ['PROJ', 'https://tracker.test/$&'],
    ['proj-12', 'https://tracker.test/?q=$&'],
    ['KEY-123', 'https://tracker.test/$&'],
    ['#123', 'http://localhost:8080/issues/$1#$1'],
    ['PROJ、OPS #', 'https://tracker.test/$&'],
    [String.raw`PROJ-(\d+)`, JIRA.url],
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
    ...['(a+)+', '(a|b)', '.+', String.raw`\w+-\d+`, String.raw`(PROJ)-(\d+)`, String.raw`PROJ-\d{2}`],
    ...[
      '課題',
      'PROJ-',
      '12',
      '-',
      ',',
      'P'.repeat(21),
      Array.from({ length: 21 }, (_, n) => `P${n}`).join(),
    ],
  ])('the pattern %j is refused, and links nothing where it is stored', (pattern) => {
    expect(parseIssueLinks(pattern, JIRA.url)).toEqual({ code: 'bad_pattern', pattern });
    expect(isPatternFormer({ pattern, url: JIRA.url })).toBe(true);
    expect(keysIn(pattern, 'PROJ-12 課題-1')).toEqual([]);
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
    ['PROJ', 'PROJ-1, PROJ-23 and (PROJ-4)', ['PROJ-1', 'PROJ-23', 'PROJ-4']],
    ['PROJ', 'XPROJ-1 1PROJ-1 éPROJ-1 e\u0301PROJ-1 PROJ-1x PROJ-1é _PROJ-1 PROJ-1_', []],
    ['PROJ', 'OPS-1 proj-1', []],
    ['PROJ, OPS', 'OPS-1 PROJ-2', ['OPS-1', 'PROJ-2']],
    ['KEY-123', 'OPS-1, A1_B-2; no-1', ['OPS-1', 'A1_B-2']],
    ['KEY-123', 'see A-PROJ-1', ['PROJ-1']],
    ['KEY-123', 'UTF-8 and OPS-1', ['UTF-8', 'OPS-1']],
    ['PROJ', `PROJ-${'1'.repeat(20)} PROJ-${'1'.repeat(21)}`, [`PROJ-${'1'.repeat(20)}`]],
    ['PROJ', '課題PROJ-1を直す、テストPROJ-2。작업PROJ-3을', ['PROJ-1', 'PROJ-2', 'PROJ-3']],
    ['#123', '#1#2 a#3 修正#4を', ['#1', '#4']],
    ['#', '#1 #2 #3 #4 #5 #6', ['#1', '#2', '#3', '#4', '#5']],
    ['PROJ #123', 'PROJ-1 #2', ['PROJ-1', '#2']],
    [String.raw`PROJ-(\d+)`, 'PROJ-1', ['PROJ-1']],
    [String.raw`[A-Z]+-\d+`, 'OPS-1', ['OPS-1']],
    [String.raw`#(\d+)`, '#7', ['#7']],
    ['#', `${'🃏'.repeat(297)} #1`, ['#1']],
  ])('%s in %j', (pattern, title, keys) => {
    expect(keysIn(pattern, title)).toEqual(keys);
  });

  it.each([
    [String.raw`([A-Z]+-\d+)`, 'https://tracker.test/$1', 'https://tracker.test/OPS-1'],
    [String.raw`[A-Z]+-(\d+)`, 'https://tracker.test/$1', 'https://tracker.test/1'],
    ['(OPS-[0-9]+)', 'https://tracker.test/$1', 'https://tracker.test/OPS-1'],
    ['OPS', 'https://tracker.test/$1/$&', 'https://tracker.test/1/OPS-1'],
  ])('leads with the pattern %s and %s to %s', (pattern, url, address) => {
    expect(linkKeys('OPS-1', { pattern, url })).toEqual([{ text: 'OPS-1', url: address }]);
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
  ])('of %j with %j is a link', (title, links, pieces) => {
    expect(linkKeys(title, links)).toEqual(pieces);
  });
});

const titles = fc
  .array(fc.constantFrom('A', 'B', 'é', '課', '1', '-', '#', ' ', '_', '🃏', '\ud83d'), { maxLength: 400 })
  .map((parts) => parts.join(''));

describe('Whatever is named', () => {
  it('should leave the title as it is', () => {
    const patterns = fc.oneof(fc.constantFrom('A', 'A B', 'KEY-123', '#', 'AB, #1'), fc.string());
    fc.assert(
      fc.property(patterns, fc.oneof(titles, fc.string({ unit: 'binary' })), (pattern, title) => {
        const pieces = linkKeys(title, { pattern, url: 'https://tracker.test/$&' });
        expect(pieces.map(({ text }) => text).join('')).toBe(title);
        for (const { url } of pieces)
          expect(url ?? 'https://tracker.test/').toMatch(/^https:\/\/tracker\.test\/[^?#]*$/);
      }),
    );
  });

  it('should take no longer than the title is long', () => {
    for (const title of ['A'.repeat(3000), 'A-'.repeat(1500), '#'.repeat(3000), `${'1'.repeat(2999)}!`]) {
      const started = performance.now();
      linkKeys(title, { pattern: 'KEY-123 #', url: 'https://tracker.test/$&' });
      expect(performance.now() - started).toBeLessThan(200);
    }
  });
});
