import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';
import { DECKS } from '../../src/game/deck/deck.ts';
import type { FinishedStory } from '../../src/game/round/history.ts';
import { aFinishedStory } from './a-finished-story.ts';
import { readCsv } from './read-csv.ts';

/** One story as a spreadsheet has it, by the names of the columns. */
function row(changes: Partial<FinishedStory> = {}): Record<string, string> {
  const [header = [], cells = []] = readCsv(toCsv([aFinishedStory(changes)]));
  return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
}

describe('An export as CSV', () => {
  it('should be a header and a line for each story, each ended by CRLF', () => {
    expect(toCsv([aFinishedStory()])).toBe(
      'finished,title,link,estimate,points,rounds,votes,cards,median,average,lowest,highest,minutes,deck,session\r\n' +
        '2026-11-02T10:00:00.000Z,Add SSO login,,5,5,1,3,3 5 5,5,4.33,3,5,4,fibonacci,01JD0000000000000000000000\r\n',
    );
  });

  it('should be a header alone where there are none', () => {
    expect(readCsv(toCsv([]))).toHaveLength(1);
  });

  it('should put numbers where cards are numbers', () => {
    const half = row({ deck: DECKS.modified, estimate: '½', cards: ['½', '1', '?'], rounds: 2 });
    expect(half).toMatchObject({ estimate: '½', points: '0.5', median: '0.75', average: '0.75' });
    expect(half).toMatchObject({ rounds: '2', votes: '3', cards: '½ 1 ?' });
  });

  it('should say which two sizes the middle lies between', () => {
    expect(row({ deck: DECKS.tshirt, cards: ['M', 'L'] })).toMatchObject({ median: 'M–L' });
  });

  it('should leave them out where cards are sizes', () => {
    const size = row({ deck: DECKS.tshirt, estimate: 'M', cards: ['S', 'M', 'L'] });
    expect(size).toMatchObject({
      estimate: 'M',
      points: '',
      average: '',
      median: 'M',
      lowest: 'S',
      highest: 'L',
    });
  });

  it('should leave empty what is not known', () => {
    const { ms: _, estimate: __, ...story } = aFinishedStory({ cards: [] });
    const [, cells] = readCsv(toCsv([story]));
    expect(cells).toEqual([
      ...['2026-11-02T10:00:00.000Z', 'Add SSO login', '', '', '', '1', '0', ''],
      ...['', '', '', '', '', 'fibonacci', story.sessionId],
    ]);
  });

  it('should name a deck as its channel does', () => {
    expect(row({ deck: { name: 'custom', title: 'days', cards: ['1', '2'] } }).deck).toBe('days');
    expect(row({ deck: { name: 'custom', cards: ['1', '2'] } }).deck).toBe('custom');
  });
});

describe('A cell that a spreadsheet would take for a formula', () => {
  it.each([
    ['=1+2', "'=1+2"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1+2', "'＝1+2"],
    ['=HYPERLINK("https://evil.example","x")', `'=HYPERLINK("https://evil.example","x")`],
    ['a=1', 'a=1'],
    // Where semicolons part cells, these would begin one.
    ['a;=1+2', "a;'=1+2"],
    ['a; =1;b;@x', "a;' =1;b;'@x"],
    ['a;"=1+2;', `a;'"=1+2;`],
    ['a; b;', 'a; b;'],
    ["'=1", "'=1"],
  ])('%j becomes %j', (title, expected) => {
    expect(row({ title }).title).toBe(expected);
  });

  it('should not be one in a link either, which stays a link', () => {
    expect(row({ link: 'https://tracker.example/a;=1;b' }).link).toBe('https://tracker.example/a%3B=1;b');
  });

  it('should not be one in any column that people fill', () => {
    const formula = '=1';
    const deck = { name: 'custom', title: formula, cards: [formula, '-1'] } as const;
    const cells = row({ title: formula, link: formula, deck, estimate: formula, cards: [formula, '-1'] });
    // A number is none: a negative card counts as what it says.
    const texts = Object.values(cells).filter((cell) => !/^-\d+(\.\d+)?$/.test(cell));
    for (const cell of texts) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});

/** What people type, with a taste for what CSV and spreadsheets care about. */
const typed = fc.string({
  unit: fc.oneof(fc.constantFrom(...'",=+-@\t\r\n; \''), fc.string({ unit: 'binary' })),
});

describe('Whatever titles hold', () => {
  it('should be read back as they were, but for the apostrophes', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ title: typed, link: typed })), (stories) => {
        const [, ...records] = readCsv(toCsv(stories.map((story) => aFinishedStory(story))));
        const cells = records.map(([, title, link]) => ({ title, link }));
        expect(cells).toEqual(
          stories.map(({ title, link }) => ({
            title: safe(title.replace(PARTED, ";'")),
            link: safe(link.replace(PARTED, '%3B')),
          })),
        );
      }),
    );
  });

  it('should begin no formula where semicolons part cells', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ title: typed, link: typed })), (stories) => {
        const [, ...cells] = toCsv(stories.map((story) => aFinishedStory(story))).split(';');
        for (const cell of cells) expect(cell).not.toMatch(/^["\s]*[=+\-@]/);
      }),
    );
  });
});

/** As OWASP has it, and the same for the wide forms of the signs. */
const safe = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
const PARTED = /;(?=["\s]*[=+\-@＝＋－＠])/g;
