import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import { type Card, DECKS, type DeckName } from '../../src/game/deck/deck.ts';
import { defined } from '../../src/game/defined.ts';
import type { SummaryLine } from '../../src/game/public-session.ts';
import { HOUR, MINUTE } from '../../src/time.ts';
import { aSummary, people } from './boards.ts';

const story = (estimate?: Card, changes: Partial<SummaryLine> = {}): SummaryLine =>
  defined({
    title: 'Add SSO login',
    rounds: 1,
    skipped: false,
    estimate,
    ...changes,
  });

function read(stories: SummaryLine[], deck: DeckName = 'fibonacci') {
  const { text, blocks } = render({ ...aSummary(0), deck: DECKS[deck], stories });
  return { text, all: JSON.stringify(blocks), blocks };
}

describe('The sum', () => {
  it.each([
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

  it.each([
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
  it.each([
    ['without an estimate', story(), /no estimate/],
    ['that was skipped', story(undefined, { skipped: true }), /skipped/],
    ['that took three rounds', story('5', { rounds: 3 }), /3 rounds/],
    ['that took one round', story('5'), /^(?!.*rounds)/],
    ['with a long title', story('5', { title: 'x'.repeat(3000) }), /x{79}…/],
  ])('%s', (_, line, expected) => {
    expect(read([line]).all).toMatch(expected);
  });
});

describe('How long a story took', () => {
  const [quick, slow] = [20 * 1000, 12 * MINUTE];

  it.each([
    ['one round', { ms: slow }, '(12 min)'],
    ['some rounds', { ms: slow, rounds: 3 }, '(3 rounds, 12 min)'],
    ['hours', { ms: 3 * HOUR }, '(3 h)'],
  ])('stands behind its title: %s', (_, changes, note) => {
    expect(read([story('5', changes), story('8')]).all).toContain(`  ${note}`);
  });

  it.each([
    ['where it is the only one', [story('5', { ms: slow })]],
    ['where it was no time', [story('5', { ms: quick }), story('8')]],
    ['where it has no estimate', [story(undefined, { ms: slow }), story('8')]],
    ['where it was skipped', [story(undefined, { ms: slow, skipped: true }), story('8')]],
  ])('does not stand there %s', (_, stories) => {
    expect(read(stories).all.match(/\d+ (min|h)\b/g)).toEqual(['24 min']);
  });

  it('should be said in hours or days of a whole session', () => {
    const took = (minutes: number) => render({ ...aSummary(1), minutes });
    expect(JSON.stringify(took(24))).toContain('· 24 min');
    expect(JSON.stringify(took(300))).toContain('· 5 h');
    expect(took(60 * 24 * 3).text).toContain('Fibonacci, 3 days.');
  });
});

describe('A summary', () => {
  it('should have, in its words, all stories with what came of them, and who took part', () => {
    const { text } = read([
      story('5'),
      story(undefined, { title: 'Import' }),
      story(undefined, { skipped: true }),
    ]);
    expect(text).toBe(
      'Estimation done: 1 of 3 stories, 5 points. ' +
        'Add SSO login 5, Import (no estimate), Add SSO login (skipped). ' +
        'With <@U0ADA>, <@U0BO>, <@U0CY>. Fibonacci, 24 min.',
    );
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
