import type { Card, Deck } from '../../src/game/deck/deck.ts';
import { LANGUAGES } from '../../src/game/language.ts';
import type { EarlierRound, PublicSession, PublicVote } from '../../src/game/public-session.ts';
import type { Reference } from '../../src/game/round/references.ts';
import type { IssueLinks } from '../../src/game/story/issue-links.ts';
import { HOUR, MINUTE } from '../../src/time.ts';
import { ADA, BO, CY } from '../game/a-session.ts';
import {
  aCancelled,
  aLobby,
  aResult,
  aSummary,
  aVoting,
  BOARDS,
  people,
  resultOf,
  votesOf,
} from './boards.ts';

/** Boards with everything that a channel can choose, and all boards in all languages. */

export const DEADLINE = Date.UTC(2026, 10, 2, 17);
export const LINK = 'https://tracker.example/browse/PROJ-12';
export const ISSUE_LINKS: IssueLinks = {
  pattern: 'PROJ-(\\d+)',
  url: 'https://tracker.example/browse/PROJ-$1',
};
export const REFERENCES: Reference[] = [
  { title: 'Dark mode', card: '3' },
  { title: 'Login page', card: '5' },
  { title: 'Audit log of everything that anybody ever does', card: '8' },
];

export const MIXED: Deck = {
  name: 'custom',
  title: 'days',
  cards: ['½', '1', '2', '3', '5', 'big', '?', '☕'],
};
/** As wide, as long and as many as cards can be. */
export const WIDEST: Deck = {
  name: 'custom',
  cards: [
    ...Array.from({ length: 22 }, (_, n) => `見積もりポイント${String.fromCharCode(0x3042 + n)}大`),
    '👩‍👩‍👧'.repeat(5),
    '1000000000',
    '☕',
  ],
};

const REASON = 'We have done this before, with a library that is no longer maintained: see last year’s notes';

/** The votes of a second round: some moved, some stayed, one is new. */
export const MOVED: PublicVote[] = [
  { userId: ADA, card: '5', before: '5' },
  { userId: BO, card: '5', before: '3' },
  { userId: CY, card: '8', before: '13' },
  { userId: people(1)[0] ?? '', card: '☕' },
];

export const roundOf = (round: number, cards: Card[]): EarlierRound => ({ round, cards });

export const withReasons = (votes: readonly PublicVote[], reason = REASON): PublicVote[] =>
  votes.map((vote) => ({ ...vote, reason }));

export const anonymous = (votes: readonly PublicVote[]): PublicVote[] =>
  votes.map(({ userId: _, before: __, ...vote }) => vote);

const everyWidest = votesOf(Array.from({ length: 120 }, (_, n) => WIDEST.cards[n % 25] ?? ''));

const FEATURES: [string, PublicSession][] = [
  ['a lobby with a deadline', aLobby({ joined: [ADA], watching: [BO], deadlineAt: DEADLINE })],
  ['a lobby with a link', aLobby({ link: LINK })],
  ['a vote with a deadline', aVoting({ voted: [ADA], awaited: [BO], deadlineAt: DEADLINE })],
  ['a vote with a deadline, of a mentioned host', { ...withoutHost(), deadlineAt: DEADLINE }],
  ['a vote that reveals by itself', aVoting({ autoReveal: true, awaited: [ADA] })],
  ['a vote about to be revealed', aVoting({ autoReveal: true, revealing: true, voted: [ADA, BO] })],
  [
    'a vote about to be revealed, with one more',
    aVoting({ autoReveal: true, revealing: true, voted: [ADA, BO], awaited: [CY] }),
  ],
  ['a vote that anyone reveals', aVoting({ anyoneReveals: true, voted: [ADA, BO], watching: [CY] })],
  [
    'a vote that anyone reveals, not all voted',
    aVoting({ anyoneReveals: true, voted: [ADA], awaited: [BO] }),
  ],
  ['a vote that stays anonymous', aVoting({ anonymous: true, voted: [ADA], awaited: [BO] })],
  ['a vote with references', aVoting({ references: REFERENCES })],
  ['a vote with a link', aVoting({ link: LINK })],
  ['a vote with issue keys', aVoting({ title: 'PROJ-12 Add SSO (after PROJ-7)', issueLinks: ISSUE_LINKS })],
  ['a vote with a deck of the channel', aVoting({ deck: MIXED })],
  ['a vote with the widest deck', aVoting({ deck: WIDEST })],
  ['a result of a mixed deck', resultOf(MIXED, votesOf(['2', '5', 'big', '?', 'big']))],
  ['a result of what does not count', resultOf(MIXED, votesOf(['big', 'big']))],
  ['a second round', aResult('', { votes: MOVED, round: 2, earlier: [roundOf(1, ['3', '5', '13'])] })],
  ['a second round of 120', aResult('', { votes: votesOf(crowd('5')).map(moved), round: 2 })],
  ['a second round like the first', aResult('5 8', { votes: stayed('5', '8'), round: 2 })],
  ['a result with reasons', aResult('', { votes: withReasons(votesOf(['3', '5', '5', '13', '?'])) })],
  ['a result with a reason at one end', aResult('', { votes: [...votesOf(['3', '5']), reasoned('13')] })],
  ['an anonymous result', resultOf(MIXED, anonymous(votesOf(['2', '5', '5', '?'])), { anonymous: true })],
  [
    'an anonymous second round with reasons',
    aResult('', {
      votes: withReasons(anonymous(MOVED)),
      anonymous: true,
      round: 2,
      earlier: [roundOf(1, ['3', '5', '13'])],
    }),
  ],
  ['the widest result', resultOf(WIDEST, everyWidest)],
  ['the widest result with reasons', resultOf(WIDEST, withReasons(everyWidest).map(moved), { round: 2 })],
  ['the widest anonymous result', resultOf(WIDEST, withReasons(anonymous(everyWidest)), { anonymous: true })],
  ['a result with a link', aResult('3 5', { link: LINK })],
  ['a vote without a title', aVoting({ title: '' })],
  ['a summary without titles', aSummary(3, '')],
  ['a summary with times and links', timedSummary()],
  ['a summary of hours', { ...aSummary(2), minutes: 300 }],
  ['a summary of days', { ...aSummary(2), minutes: 60 * 24 * 3 }],
  ['a cancelled session with a link', { ...aCancelled, link: LINK }],
  ['a cancelled session with issue keys', { ...aCancelled, title: 'PROJ-1', issueLinks: ISSUE_LINKS }],
];

export const ALL_BOARDS: [string, PublicSession][] = [...BOARDS, ...FEATURES];

export const ALL_LANGUAGES: [string, PublicSession][] = LANGUAGES.flatMap((language) =>
  ALL_BOARDS.map(([name, board]): [string, PublicSession] => [
    `${name}, ${language}`,
    { ...board, language },
  ]),
);

function withoutHost() {
  const { hostName: _, ...board } = aVoting();
  return board;
}

function crowd(card: Card): Card[] {
  return Array.from({ length: 120 }, () => card);
}

function moved(vote: PublicVote): PublicVote {
  return { ...vote, before: '1000000000' };
}

function stayed(...cards: Card[]): PublicVote[] {
  return votesOf(cards).map((vote) => ({ ...vote, before: vote.card }));
}

function reasoned(card: Card): PublicVote {
  return { userId: CY, card, reason: REASON };
}

function timedSummary() {
  const times = [4 * MINUTE, 2 * HOUR, 50 * HOUR, 3 * MINUTE, 20_000];
  const summary = aSummary(5);
  const stories = summary.stories.map((story, n) => ({ ...story, ms: times[n] ?? 0, link: LINK }));
  return { ...summary, stories, issueLinks: ISSUE_LINKS };
}
