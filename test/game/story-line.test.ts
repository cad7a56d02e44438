import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LINK } from '../../src/game/story/link.ts';
import { listItems, parseStories, parseStory, storyText } from '../../src/game/story/story-line.ts';

const SSO = { title: 'Add SSO', link: 'https://tracker.test/PROJ-12' };
const long = `https://tracker.test/${'x'.repeat(MAX_LINK - 'https://tracker.test/'.length)}`;

describe('A story with a link', () => {
  it.each([
    ['https://tracker.test/PROJ-12 Add SSO', SSO],
    ['  https://tracker.test/PROJ-12 \t Add SSO ', SSO],
    ['HTTPS://Tracker.test/PROJ-12 Add SSO', SSO],
    ['https://tracker.test/PROJ-12: Add SSO', SSO],
    ['<https://tracker.test/PROJ-12> Add SSO', SSO],
    ['<https://tracker.test/PROJ-12|PROJ-12> Add SSO', SSO],
    ['<https://tracker.test/PROJ-12|Add SSO>', SSO],
    ['<https://tracker.test/PROJ-12>Add SSO', SSO],
    ['http://tracker Add SSO', { title: 'Add SSO', link: 'http://tracker/' }],
    ['https://a.test/1 see https://b.test/2', { title: 'see https://b.test/2', link: 'https://a.test/1' }],
    ['https://a.test/?q=a|b x', { title: 'x', link: 'https://a.test/?q=a%7Cb' }],
    ['https://a.test/"\'b x', { title: 'x', link: "https://a.test/%22'b" }],
    ['https://tracker.test/PROJ-12, Add SSO', SSO],
    ['https://tracker.test/PROJ-12. Add SSO', SSO],
    ['https://tracker.test/PROJ-12) Add SSO', SSO],
    ['https://tracker.test/PROJ-12), Add SSO', SSO],
    ['https://tracker.test/PROJ-12、Add SSO', SSO],
    ['https://tracker.test/a_(b) x', { title: 'x', link: 'https://tracker.test/a_(b)' }],
    ['- https://tracker.test/PROJ-12 Add SSO', SSO],
    ['• <https://tracker.test/PROJ-12> Add SSO', SSO],
    ['1. https://tracker.test/PROJ-12 Add SSO', SSO],
    ['- [ ] https://tracker.test/PROJ-12 Add SSO', SSO],
    ['* [x] https://tracker.test/PROJ-12 Add SSO', SSO],
    ['[Add SSO](https://tracker.test/PROJ-12)', SSO],
    ['[Add](https://tracker.test/PROJ-12) SSO', SSO],
    ['- [Add SSO](<https://tracker.test/PROJ-12>)', SSO],
    ['[Add SSO](<https://tracker.test/PROJ-12|tracker.test>)', SSO],
    ['https://bücher.test/ä x', { title: 'x', link: 'https://xn--bcher-kva.test/%C3%A4' }],
  ])('%j', (line, story) => {
    expect(parseStory(line)).toEqual(story);
  });

  it.each([
    ['https://tracker.test/browse/PROJ-12', 'PROJ-12'],
    ['https://tracker.test/browse/PROJ-12/?focused=1#comment', 'PROJ-12'],
    ['https://tracker.test/a/b/issues/42', 'issues/42'],
    ['https://tracker.test/42', '42'],
    ['https://tracker.test/Gr%C3%B6%C3%9Fe%20messen', 'Größe messen'],
    ['https://tracker.test/100%', '100%'],
    ['https://tracker.test/a%00%0Ab', 'a b'],
    ['https://tracker.test/%20', 'tracker.test'],
    ['https://tracker.test:8080/', 'tracker.test:8080'],
    ['<https://tracker.test/x/PROJ-12|tracker.test/x/PROJ-12>', 'PROJ-12'],
    ['<https://tracker.test/PROJ-12|https://tracker.test/PROJ-12>', 'PROJ-12'],
    ['<https://tracker.test/PROJ-12|>', 'PROJ-12'],
  ])('alone is named after its address: %j', (line, title) => {
    expect(parseStory(line)?.title).toBe(title);
    expect(parseStory(line)?.link).toMatch(/^https:\/\/tracker\.test/);
  });
});

describe('A story without one', () => {
  it.each([
    'Add SSO',
    'Migrate from https://old.test',
    'javascript:alert(1) Add SSO',
    'data:text/html,x Add SSO',
    'mailto:ada@tracker.test Add SSO',
    'ftp://tracker.test/PROJ-12 Add SSO',
    '<javascript:alert(1)|click> Add SSO',
    '<@U0ADA> Add SSO',
    '<!channel> Add SSO',
    'https:// Add SSO',
    'https://[ Add SSO',
    'https://ada:secret@tracker.test/ Add SSO',
    'https://ada@tracker.test/ Add SSO',
    'tracker.test/PROJ-12 Add SSO',
  ])('%j is its title', (line) => {
    expect(parseStory(line)).toEqual({ title: line });
  });

  it.each(['', '  ', '\u200b', '\n'])('%j is none', (line) => {
    expect(parseStory(line)).toBeUndefined();
  });
});

describe('A pasted list', () => {
  it.each([
    ['- One\n- Two', ['One', 'Two']],
    ['• One\n  ◦ Two', ['One', 'Two']],
    ['- [ ] One\n- [x] Two', ['One', 'Two']],
    ['1. One\n2) Two', ['One', 'Two']],
    ['1. One\nTwo', ['1. One', 'Two']],
    ['2. Quartal', ['2. Quartal']],
    ['-1 is a number', ['-1 is a number']],
  ])('%j loses its marks: %j', (text, titles) => {
    expect(parseStories(text).map(({ title }) => title)).toEqual(titles);
  });

  it.each([
    ['For today:\n- One\n- Two\nthanks', ['One', 'Two']],
    ['1. One\n2. Two\n3. Three', ['One', 'Two', 'Three']],
    ['- One', []],
    ['One\nTwo', []],
  ])('%j has the items %j', (text, items) => {
    expect(listItems(text)).toEqual(items);
  });
});

describe('Stories', () => {
  it('should have a link of 2000 characters at most', () => {
    expect(parseStory(`${long} Add SSO`)).toEqual({ title: 'Add SSO', link: long });
    expect(parseStory(`${long}x Add SSO`)).toEqual({ title: `${long}x Add SSO` });
  });

  it('should stand on lines of their own', () => {
    expect(parseStories('\nhttps://tracker.test/PROJ-12 Add SSO\r\n\u200b\nDark mode\n')).toEqual([
      SSO,
      { title: 'Dark mode' },
    ]);
  });

  const scheme = fc.constantFrom(
    '',
    'https://',
    'http://',
    'javascript:',
    '<https://',
    '<http://x|',
    'file:///',
  );
  const typed = fc.tuple(scheme, fc.webPath(), fc.string({ unit: 'binary' })).map((parts) => parts.join(''));

  it('should have a link of the web alone, and be read again as they are shown, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(typed, fc.webUrl({ withQueryParameters: true, withFragments: true })), (line) => {
        const story = parseStory(line);
        if (!story) return;
        expect(story.title.trim()).not.toBe('');
        if (story.link === undefined) {
          expect(storyText(story)).toBe(story.title);
          return;
        }
        expect(story.link).toMatch(/^https?:\/\/[^\s<>|@/]+\//);
        expect(story.link.length).toBeLessThanOrEqual(MAX_LINK);
        expect(parseStory(storyText(story))).toEqual(story);
      }),
      { numRuns: 1000 },
    );
  });
});
