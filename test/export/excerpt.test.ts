import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/export/csv.ts';
import { excerptOf } from '../../src/export/excerpt.ts';
import { toMarkdown } from '../../src/export/markdown.ts';
import { aFinishedStory } from './a-finished-story.ts';

const stories = (count: number, title = 'Add SSO login') =>
  Array.from({ length: count }, (_, n) => aFinishedStory({ story: n + 1, title: `${title} ${n + 1}` }));

describe.each([
  ['CSV', toCsv, 1],
  ['Markdown', toMarkdown, 2],
] as const)('An excerpt of %s', (_, write, header) => {
  it('should be all of it where it fits', () => {
    const { text, shown } = excerptOf(stories(20), write);
    expect(shown).toBe(20);
    expect(text.split('\n')).toHaveLength(header + 20);
  });

  it('should be whole lines of the first stories where it does not', () => {
    const all = write(stories(500)).split(/\r?\n/);
    const { text, shown } = excerptOf(stories(500), write);
    expect(shown).toBeGreaterThan(50);
    expect(shown).toBeLessThan(500);
    expect(text.length).toBeLessThanOrEqual(9000);
    expect(text.split('\n')).toEqual(all.slice(0, header + shown));
  });

  it('should be the header, of one that is too long', () => {
    const { text, shown } = excerptOf(stories(2, 'x'.repeat(12_000)), write);
    expect(shown).toBe(0);
    expect(text.split('\n')).toHaveLength(header);
  });
});
