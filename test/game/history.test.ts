import { describe, expect, it } from 'vitest';
import { DECKS } from '../../src/game/deck/deck.ts';
import { type FinishedStory, historyPage, PAGE_LENGTH, totalsOf } from '../../src/game/round/history.ts';
import { aFinishedStory } from '../export/a-finished-story.ts';

const stories = (count: number): FinishedStory[] =>
  Array.from({ length: count }, (_, n) => aFinishedStory({ title: `Story ${n + 1}`, finishedAt: n }));

const titles = (all: readonly FinishedStory[], page: number) =>
  historyPage(all, page).lines.map(({ title }) => title);

describe('A page of the history', () => {
  it('should begin with the latest story, whichever session it was in', () => {
    const [first, second, third] = stories(3) as [FinishedStory, FinishedStory, FinishedStory];
    expect(titles([second, third, first], 1)).toEqual(['Story 3', 'Story 2', 'Story 1']);
  });

  it.each([
    [0, 1, 0, 0],
    [1, 1, 1, 1],
    [PAGE_LENGTH, 1, PAGE_LENGTH, 1],
    [PAGE_LENGTH + 1, 1, PAGE_LENGTH, 2],
    [PAGE_LENGTH + 1, 2, 1, 2],
    [PAGE_LENGTH + 1, 3, 0, 2],
    [40, 9999, 0, 3],
  ])('of %i stories, page %i: %i of them, of %i pages', (count, page, lines, pages) => {
    const read = historyPage(stories(count), page);
    expect(read.lines).toHaveLength(lines);
    expect(read).toMatchObject({ page, pages, totals: { stories: count } });
  });

  it('should show every story once', () => {
    const all = stories(40);
    const shown = [1, 2, 3].flatMap((page) => titles(all, page));
    expect(shown).toEqual(all.map(({ title }) => title).reverse());
  });

  it('should hold nobody’s cards', () => {
    const [line] = historyPage([aFinishedStory()], 1).lines;
    expect(Object.keys(line ?? {})).not.toContain('cards');
  });
});

describe('The total', () => {
  const estimated = (...estimates: string[]) => estimates.map((estimate) => aFinishedStory({ estimate }));
  it.each([
    [['5', '8', '3'], 16],
    [['½', '½'], 1],
    [['M', '5'], 5],
    [['0'], 0],
    [['M', 'L'], undefined],
    [[], undefined],
  ])('of %j is %s', (estimates, points) => {
    expect(totalsOf(estimated(...estimates)).points).toBe(points);
  });

  it('should be that of the whole history, not of the page', () => {
    expect(historyPage(stories(40), 3).totals).toEqual({ stories: 40, points: 200 });
  });

  it('should take stories as they were estimated, whatever deck came later', () => {
    const sizes = aFinishedStory({ deck: DECKS.tshirt, estimate: 'XL' });
    expect(totalsOf([sizes, aFinishedStory()])).toEqual({ stories: 2, points: 5 });
  });
});
