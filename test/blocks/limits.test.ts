import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import { parseCards } from '../../src/game/deck/custom-deck.ts';
import type { Card, Deck } from '../../src/game/deck/deck.ts';
import { LANGUAGES, type Language } from '../../src/game/language.ts';
import type { PublicSession, PublicVote, SummaryLine } from '../../src/game/public-session.ts';
import { MAX_REASON } from '../../src/game/round/reason.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import { cleanTitle, MAX_TITLE } from '../../src/game/story/title.ts';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { ISSUE_LINKS, LINK } from './all-boards.ts';
import { aCancelled, aSummary, aVoting, people, resultOf } from './boards.ts';
import { liveParts, textsIn } from './texts.ts';

/** 120 people with all that one may type, in every language, within Slack's limits. */

const WORST = [
  '&'.repeat(MAX_TITLE),
  'PROJ-1 '.repeat(400),
  'דx🃏'.repeat(700),
  '👩‍👩‍👧'.repeat(370),
  '`*_~<>'.repeat(500),
];
const title = fc.oneof(fc.constantFrom(...WORST), fc.string({ unit: 'binary', maxLength: 400 }));
const typed = title.map((text) => cleanTitle(text) ?? 'nothing');
const reason = title.map((text) => cleanTitle(text)?.slice(0, MAX_REASON).toWellFormed() ?? 'nothing');

/** A deck that may be typed: 25 cards of whatever people take for ten characters. */
const card = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
  fc.constantFrom('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', '見積もりポイント大小', '1000000000', '0.25', '½'),
);
const deck = fc
  .uniqueArray(card, { minLength: 2, maxLength: 25 })
  .map((cards) => parseCards(cards.join(',')))
  .filter((cards): cards is readonly Card[] => !('code' in cards))
  .map((cards): Deck => ({ name: 'custom', title: 'days', cards }));

const votes = ({ cards }: Deck) =>
  fc.array(
    fc.record(
      {
        card: fc.constantFrom(...cards),
        before: fc.constantFrom(...cards),
        reason,
      },
      { requiredKeys: ['card'] },
    ),
    { minLength: 1, maxLength: 120, size: 'max' },
  );

const language = fc.constantFrom(...LANGUAGES);
const linked = fc.record(
  { link: fc.constant(LINK), issueLinks: fc.constant(ISSUE_LINKS) },
  { requiredKeys: [] },
);

function expectWithinLimits(board: PublicSession, spoken: Language): void {
  const { text, blocks } = render({ ...board, language: spoken });
  expect(validateBlocks(blocks)).toEqual([]);
  expect(blocks.length).toBeLessThanOrEqual(50);
  for (const mrkdwn of textsIn(blocks).mrkdwn) {
    expect(mrkdwn.length).toBeLessThanOrEqual(3000);
    expect(liveParts(mrkdwn)).toEqual([]);
  }
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(liveParts(text)).toEqual([]);
  expect(JSON.stringify({ text, blocks }).isWellFormed()).toBe(true);
}

describe('Whatever people type and however many they are, Slack takes', () => {
  test('a vote', () => {
    const references = fc.array(fc.record({ title: typed, card }), { maxLength: 3 });
    const round = fc.record({ deck, title: typed, references, anonymous: fc.boolean() });
    fc.assert(
      fc.property(round, linked, language, fc.nat(120), (session, links, spoken, voted) => {
        const crowd = { voted: people(voted), awaited: people(120).slice(voted), watching: people(9) };
        expectWithinLimits(aVoting({ ...session, ...links, ...crowd, deadlineAt: 1e12 }), spoken);
      }),
      { numRuns: 60 },
    );
  });

  test('a result', () => {
    const played = deck.chain((one) => fc.record({ deck: fc.constant(one), votes: votes(one) }));
    fc.assert(
      fc.property(played, typed, linked, language, fc.boolean(), (one, named, links, spoken, anonymous) => {
        const shown: PublicVote[] = one.votes.map((vote, n) =>
          anonymous ? vote : { ...vote, userId: people(n + 1).at(-1) ?? '' },
        );
        const earlier = [{ round: 1, cards: one.votes.map((vote) => vote.before ?? vote.card) }];
        const changes = { title: named, ...links, anonymous, round: 2, earlier };
        expectWithinLimits(resultOf(one.deck, shown, changes), spoken);
      }),
      { numRuns: 100 },
    );
  });

  test('a full result: a full deck, in every row five people with a reason', () => {
    const cards = Array.from({ length: 25 }, (_, n) => `${'👩‍👩‍👧'.repeat(4)}${String.fromCharCode(65 + n)}`);
    const full = cards.flatMap((one) => Array.from({ length: 5 }, () => one));
    for (const spoken of LANGUAGES) {
      for (const anonymous of [true, false]) {
        const shown = full.map((one, n) => ({
          card: one,
          reason: '&'.repeat(MAX_REASON),
          ...(!anonymous && { userId: people(n + 1).at(-1) ?? '', before: cards[n % 7] ?? one }),
        }));
        const changes = { title: '&'.repeat(MAX_TITLE), anonymous, round: 2, estimate: cards[0] ?? '' };
        expectWithinLimits(resultOf({ name: 'custom', cards }, shown, changes), spoken);
      }
    }
  });

  test('a summary', () => {
    const story: fc.Arbitrary<SummaryLine> = fc.record(
      {
        title: typed,
        rounds: fc.nat(99),
        skipped: fc.boolean(),
        link: fc.constant(`${LINK}?${'x'.repeat(1900)}`),
        estimate: card.filter((one) => !/[<>&`]/.test(one)),
        ms: fc.nat(10 ** 9),
      },
      { requiredKeys: ['title', 'rounds', 'skipped'] },
    );
    const stories = fc.array(story, { minLength: 1, maxLength: MAX_STORIES, size: 'max' });
    fc.assert(
      fc.property(stories, language, fc.nat(20_000), (played, spoken, minutes) => {
        const summary = { ...aSummary(0), stories: played, people: people(120), minutes };
        expectWithinLimits({ ...summary, issueLinks: ISSUE_LINKS }, spoken);
      }),
      { numRuns: 60 },
    );
  });

  test('a cancelled session', () => {
    fc.assert(
      fc.property(typed, linked, language, (named, links, spoken) => {
        expectWithinLimits({ ...aCancelled, title: named, ...links }, spoken);
      }),
      { numRuns: 60 },
    );
  });
});
