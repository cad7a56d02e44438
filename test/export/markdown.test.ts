import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/export/markdown.ts';
import { defined } from '../../src/game/defined.ts';
import { aFinishedStory } from './a-finished-story.ts';

/** The cells of a table's line: pipes with a backslash before them are text. */
const cellsOf = (line: string): string[] => {
  const cells = line.match(/(?:\\.|[^|\\])+/g) ?? [];
  return cells.map((cell) => cell.trim());
};

const titleOf = (title: string, link?: string): string => {
  const table = toMarkdown([aFinishedStory(defined({ title, link }))]);
  return cellsOf(table.split('\n')[2] ?? '')[1] ?? '';
};

describe('An export as Markdown', () => {
  it('should be a table', () => {
    expect(toMarkdown([aFinishedStory()]).split('\n')).toEqual([
      '| finished | title | estimate | points | rounds | votes | cards | median | average | lowest | highest | minutes | deck |',
      '| --- | --- | --- | --: | --: | --: | --- | --- | --: | --- | --- | --: | --- |',
      '| 2026-11-02T10:00:00.000Z | Add SSO login | 5 | 5 | 1 | 3 | 3 5 5 | 5 | 4.33 | 3 | 5 | 4 | fibonacci |',
      '',
    ]);
  });

  it.each([
    ['a|b', 'a\\|b'],
    ['two\nlines', 'two lines'],
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['[x](https://evil.example)', '\\[x\\](https\\://evil.example)'],
    ['<script>', '\\<script\\>'],
    ['a\\|b', 'a\\\\\\|b'],
  ])('%j is shown as it is: %j', (title, expected) => {
    expect(titleOf(title)).toBe(expected);
  });

  it('should keep links, whatever is in them', () => {
    expect(titleOf('Add SSO', 'https://tracker.example/PROJ-1')).toBe(
      '[Add SSO](https://tracker.example/PROJ-1)',
    );
    expect(titleOf('Add ]( SSO', 'https://tracker.example/a|b(c) d')).toBe(
      '[Add \\]( SSO](https://tracker.example/a%7cb%28c%29%20d)',
    );
  });

  it('should have the same number of cells in every line, whatever people type', () => {
    const nasty = fc.string({ unit: fc.oneof(fc.constantFrom(...'|\\\n\r`[]()<>'), fc.string()) });
    fc.assert(
      fc.property(nasty, nasty, (title, link) => {
        const lines = toMarkdown([aFinishedStory({ title: `x${title}`, link })]).split('\n');
        expect(lines).toHaveLength(4);
        expect(cellsOf(lines[2] ?? '')).toHaveLength(13);
      }),
    );
  });
});
