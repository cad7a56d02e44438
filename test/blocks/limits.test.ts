import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { render } from '../../blocks/message/render.ts';
import { historyLine } from '../../blocks/private/history.ts';
import { mineLine } from '../../blocks/private/mine.ts';
import { parseCards } from '../../src/game/deck/custom-deck.ts';
import type { Card, Deck } from '../../src/game/deck/deck.ts';
import { LANGUAGES, type Language } from '../../src/game/language.ts';
import type { PublicSession, PublicVote, SummaryLine } from '../../src/game/public-session.ts';
import { historyPage } from '../../src/game/round/history.ts';
import { MAX_REASON } from '../../src/game/round/reason.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import { MAX_LINK } from '../../src/game/story/link.ts';
import { cleanTitle, MAX_TITLE } from '../../src/game/story/title.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { aFinishedStory } from '../export/a-finished-story.ts';
import { ISSUE_LINKS, LINK } from './all-boards.ts';
import { aCancelled, aLobby, aSummary, aVoting, people, resultOf } from './boards.ts';
import { expectTaken } from './budget.ts';
import { textsIn } from './texts.ts';

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

function expectWithinLimits(board: PublicSession, spoken: Language): Rendering {
  const message = render({ ...board, language: spoken });
  expectTaken(message);
  return message;
}

describe('What Slack takes, whatever people type and however many they are,', () => {
  it('should be a vote', () => {
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

  it('should be a result', () => {
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

  it('should be a full result: a full deck, in every row five people with a reason', () => {
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

  it('should be a summary', () => {
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

  it('should be a cancelled session', () => {
    fc.assert(
      fc.property(typed, linked, language, (named, links, spoken) => {
        expectWithinLimits({ ...aCancelled, title: named, ...links }, spoken);
      }),
      { numRuns: 60 },
    );
  });
});

/** A word of ten characters that no two cards share, and titles and reasons as long as they may be. */
const SCRIPTS: [string, (n: number) => string][] = [
  ['Japanese', (n) => `見積もりの合計点${String.fromCharCode(0x3042 + n)}大`],
  ['Cyrillic', (n) => `оценказад${String.fromCharCode(0x430 + n)}`],
  ['emoji', (n) => `👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧${String.fromCodePoint(0x1f600 + n)}`],
  ['Thai', (n) => `กี่ที่นี่ชั้น${String.fromCharCode(0x0e01 + n)}`],
  ['ampersands', (n) => `a${'n'.repeat(n % 5)}${String.fromCharCode(97 + n)}`],
];
const LONG_LINK = `${LINK}?${'x'.repeat(MAX_LINK - LINK.length - 1)}`;

describe.each(SCRIPTS)('At its worst in %s, Slack takes', (script, word) => {
  const filled = (most: number, n = 0) =>
    (script === 'ampersands' ? '&' : `${word(n)} `).repeat(most).slice(0, most).toWellFormed();
  const named = { title: filled(MAX_TITLE), link: LONG_LINK, issueLinks: ISSUE_LINKS };
  const cards = Array.from({ length: 25 }, (_, n) => word(n));
  const full: Deck = { name: 'custom', title: filled(20).replaceAll(/[ &]/g, 'x'), cards };
  const votesOf300 = (changes: object = {}): PublicVote[] =>
    people(300).map((userId, n) => ({
      userId,
      card: cards[n % 25] ?? '',
      before: cards[n % 7] ?? '',
      ...(n % 37 === 0 && n > 0 && { reason: filled(MAX_REASON, n) }),
      ...changes,
    }));
  const lists = { voted: people(300), awaited: people(300), watching: people(300) };
  const references = [1, 2, 3].map((n) => ({ title: filled(MAX_TITLE, n), card: word(n) }));

  it.each(LANGUAGES)('a lobby and a vote (%s)', (spoken) => {
    const shown = { ...named, deck: full, stories: 30, position: 30, deadlineAt: 1e12 };
    expectWithinLimits(aLobby({ ...shown, joined: people(300), watching: people(300) }), spoken);
    const { text, blocks } = expectWithinLimits(aVoting({ ...shown, ...lists, references }), spoken);
    expect(text).toContain('292');
    expect(JSON.stringify(blocks).match(/292/g)).toHaveLength(3);
  });

  it.each(LANGUAGES)('a result of 300 with 8 reasons (%s)', (spoken) => {
    const rounds = { round: 2, earlier: [{ round: 1, cards }], position: 3, stories: 30 };
    for (const anonymous of [false, true]) {
      const votes = anonymous ? votesOf300({ userId: undefined, before: undefined }) : votesOf300();
      expect(votes.filter(({ reason }) => reason !== undefined)).toHaveLength(8);
      const result = resultOf(full, votes, { ...named, ...rounds, anonymous });
      const { text, blocks } = expectWithinLimits(result, spoken);
      for (const told of [text, JSON.stringify(blocks)]) expect(told).toContain('300');
      expect(blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).length).toBe(6);
    }
  });

  it.each(LANGUAGES)('a summary of 30 stories, each with its estimate (%s)', (spoken) => {
    const stories = Array.from({ length: MAX_STORIES }, (_, n): SummaryLine => {
      return {
        ...named,
        title: filled(MAX_TITLE, n),
        estimate: word(n % 25),
        rounds: 12,
        skipped: false,
        ms: 1e7,
      };
    });
    const summary = { ...aSummary(0), deck: full, stories, people: people(300) };
    const { text, blocks } = expectWithinLimits({ ...summary, issueLinks: ISSUE_LINKS }, spoken);
    expect(text).toContain('292');
    const list = textsIn(blocks.find(({ type }) => type === 'rich_text'))
      .literal.join('')
      .split('\n');
    expect(list).toHaveLength(MAX_STORIES);
    for (const [n, line] of list.entries()) expect(line).toContain(word(n % 25).slice(0, 2));
  });

  it.each(LANGUAGES)('a history, and what somebody takes part in (%s)', (spoken) => {
    const t = translator(spoken);
    const finished = { ...named, deck: full, estimate: word(1), rounds: 12, ms: 1e7, finishedAt: 1e12 };
    const stories = Array.from({ length: 15 }, () => aFinishedStory(finished));
    expectTaken(historyLine(historyPage(stories, 1), t, ISSUE_LINKS));
    const place = { ...named, channelId: 'C0PLANNING', messageLink: LONG_LINK };
    const ten = <T>(one: T): T[] => Array.from({ length: 10 }, () => one);
    const awaited = ten({ ...place, deadlineAt: 1e12 });
    const created = ten({ ...place, status: 'voting' as const, voted: 8, awaited: 292, isComplete: false });
    expectTaken(
      mineLine(
        {
          ...{ awaited, created, more: { awaited: 50, created: 50 } },
          results: ten({ ...place, estimate: word(1), decidedAt: 0 }),
        },
        t,
      ),
    );
  });
});
