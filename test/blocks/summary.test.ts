import { describe, expect, it, test } from 'vitest';
import { render } from '../../blocks/render.ts';
import { type Card, DECKS, type DeckName } from '../../src/session/deck.ts';
import type { SummaryLine } from '../../src/session/public-session.ts';
import { aSummary, people } from './boards.ts';

const story = (estimate?: Card, changes: Partial<SummaryLine> = {}): SummaryLine => ({
  title: 'Add SSO login',
  rounds: 1,
  skipped: false,
  ...(estimate !== undefined && { estimate }),
  ...changes,
});

function read(stories: SummaryLine[], deck: DeckName = 'fibonacci') {
  const { text, blocks } = render({ ...aSummary(0), deck: DECKS[deck], stories });
  return { text, all: JSON.stringify(blocks), blocks };
}

describe('The sum', () => {
  test.each([
    ['fibonacci', ['5', '8', '3'], '16 points'],
    ['fibonacci', ['1'], '1 point'],
    ['fibonacci', ['0'], '0 points'],
    ['modified', ['½', '½', '½'], '1.5 points'],
  ] as const)('%s %j: %s', (deck, cards, points) => {
    const { text, all } = read(
      cards.map((card) => story(card)),
      deck,
    );
    expect(all).toContain(`*${points}*`);
    expect(text).toContain(points);
  });

  test.each([
    ['sizes', 'tshirt', [story('S'), story('XL')]],
    ['no estimates', 'fibonacci', [story(), story()]],
  ] as const)('of %s: none', (_, deck, stories) => {
    const { text, all } = read([...stories], deck);
    expect(text + all).not.toMatch(/point/);
  });

  it('should say how many of the stories have an estimate', () => {
    expect(read([story('5'), story(), story('8')]).text).toContain('2 of 3 stories');
    expect(read([story('5')]).text).toMatch(/\b1 story/);
  });
});

describe('A line of the summary', () => {
  test.each([
    ['without an estimate', story(), /no estimate/],
    ['that was skipped', story(undefined, { skipped: true }), /skipped/],
    ['that took three rounds', story('5', { rounds: 3 }), /3 rounds/],
    ['that took one round', story('5'), /^(?!.*rounds)/],
    ['with a long title', story('5', { title: 'x'.repeat(3000) }), /x{79}…/],
  ])('%s', (_, line, expected) => {
    expect(read([line]).all).toMatch(expected);
  });
});

describe('What stays', () => {
  it('should name those who voted, and count the rest', () => {
    const { blocks } = render({ ...aSummary(1), people: people(12) });
    expect(JSON.stringify(blocks.at(-1))).toContain('and 4 more');
  });

  it('should have nothing to press', () => {
    for (const board of [aSummary(3), aSummary(30)]) {
      expect(render(board).blocks.map(({ type }) => type)).not.toContain('actions');
    }
  });
});
