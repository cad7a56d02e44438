import { type Card, DECKS, type Deck, type DeckName } from '../../src/game/deck/deck.ts';
import type {
  PublicCancelled,
  PublicLobby,
  PublicRevealed,
  PublicSession,
  PublicSummary,
  PublicVote,
  PublicVoting,
} from '../../src/game/public-session.ts';
import { statistics } from '../../src/game/round/statistics.ts';
import type { CountedVote } from '../../src/game/round/vote.ts';
import { ADA, BO, CY, clickedAt } from '../game/a-session.ts';

/** Sessions as the channel sees them, in every state that looks different. */

export const people = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `U${10_000_000_000 + n}`);

const running = (deck: Deck = DECKS.fibonacci) => ({
  sessionId: '01JD0000000000000000000000',
  language: 'en' as const,
  creatorId: ADA,
  hostName: 'ada',
  deck,
  title: 'Add SSO login',
  story: 3,
  round: 1,
  position: 3,
  stories: 10,
});

export function aLobby(changes: Partial<PublicLobby> = {}): PublicLobby {
  return { status: 'lobby', ...running(), joined: [], watching: [], ...changes };
}

export function aVoting(changes: Partial<PublicVoting> = {}): PublicVoting {
  return {
    status: 'voting',
    ...running(),
    voted: [],
    awaited: [],
    watching: [],
    rosterKnown: true,
    fewest: changes.anonymous ? 3 : 2,
    earlier: [],
    references: [],
    anonymous: false,
    anyoneReveals: false,
    autoReveal: false,
    revealing: false,
    ...changes,
  };
}

export function votesOf(cards: readonly Card[]): CountedVote[] {
  return cards.map((card, n) => ({ userId: people(n + 1).at(-1) ?? '', card, at: clickedAt(n) }));
}

/** The result of these cards, one for each of as many people. */
export function aResult(
  cards: string,
  changes: Partial<PublicRevealed> = {},
  name: DeckName = 'fibonacci',
): PublicRevealed {
  return resultOf(DECKS[name], votesOf(cards.split(' ').filter(Boolean)), changes);
}

export function resultOf(
  deck: Deck,
  votes: readonly PublicVote[],
  changes: Partial<PublicRevealed> = {},
): PublicRevealed {
  const inNumbers = statistics(
    deck,
    votes.map(({ card }) => ({ card, userId: ADA, at: clickedAt(0) })),
  );
  const consensus = inNumbers?.consensus ? { estimate: inNumbers.lowest } : {};
  const shared = {
    status: 'revealed' as const,
    ...running(deck),
    anonymous: false,
    votes,
    earlier: [],
  };
  return { ...shared, ...(inNumbers && { statistics: inNumbers }), ...consensus, ...changes };
}

export function aSummary(
  count: number,
  title = 'Add SSO login',
  deck: Deck = DECKS.fibonacci,
): PublicSummary {
  const stories = Array.from({ length: count }, (_, n) => ({
    title,
    rounds: n % 4,
    skipped: n % 5 === 4,
    ...(n % 3 < 2 && { estimate: deck.cards[n % 6] ?? '1' }),
  }));
  return {
    status: 'ended',
    sessionId: running().sessionId,
    language: 'en',
    deck,
    stories,
    people: [ADA, BO, CY],
    minutes: 24,
  };
}

export const aCancelled: PublicCancelled = {
  status: 'cancelled',
  sessionId: running().sessionId,
  language: 'en',
  creatorId: ADA,
  title: 'Add SSO login',
};

const earlier = [1, 2, 3, 4, 5, 6, 7].map((round) => {
  const cards = ['3', '8', '13'].slice(0, round % 4);
  const inNumbers = statistics(DECKS.fibonacci, votesOf(cards));
  return { round, cards, ...(inNumbers && { statistics: inNumbers }) };
});
const everyCard = (name: DeckName) =>
  Array.from({ length: 25 }, () => DECKS[name].cards)
    .flat()
    .join(' ');
const crowd = people(300);

export const BOARDS: [string, PublicSession][] = [
  ['a lobby without anybody', aLobby()],
  ['a lobby of one story', aLobby({ joined: [ADA], stories: 1, position: 1 })],
  ['a lobby of 300, some watching', aLobby({ joined: crowd, watching: people(40) })],
  ['a vote without anybody', aVoting()],
  ['a vote that others are awaited for', aVoting({ voted: [ADA], awaited: [BO, CY] })],
  ['a vote of one', aVoting({ voted: [ADA] })],
  ['a vote with everybody’s card', aVoting({ voted: [ADA, BO, CY] })],
  ['a vote of 300, none voted', aVoting({ awaited: crowd, watching: crowd })],
  ['a vote of 300, all voted', aVoting({ voted: crowd })],
  ['an eighth round', aVoting({ round: 8, earlier })],
  ...Object.values(DECKS).map((deck): [string, PublicSession] => [
    `a vote with ${deck.name}`,
    aVoting({ deck }),
  ]),
  ['a split', aResult('3 5 5 13 ☕')],
  ['a consensus', aResult('5 5 5')],
  ['a consensus that was overruled', aResult('5 5 5', { estimate: '8' })],
  ['an agreement', aResult('3 5', { estimate: '5' })],
  ['a single vote', aResult('8')],
  ['abstentions only', aResult('? ☕ ?')],
  ['a result without votes', aResult('')],
  ['T-shirts', aResult('S M XL', {}, 'tshirt')],
  ['the last story', aResult('3 5', { position: 10 })],
  ['the last story, agreed on', aResult('3 5', { position: 10, estimate: '5' })],
  ['the result of an eighth round', aResult('3 5', { round: 8, earlier })],
  ['a result of 325, all cards', aResult(everyCard('modified'), {}, 'modified')],
  ['a summary of one story', aSummary(1)],
  ['a summary of 30 stories', aSummary(30)],
  ['a summary of 30 sizes', aSummary(30, 'Add SSO login', DECKS.tshirt)],
  ['a summary of a crowd', { ...aSummary(3), people: crowd }],
  ['a session that nobody touched', { ...aSummary(2), status: 'expired', expired: 'untouched' }],
  [
    'a session that was open for 90 days',
    { ...aSummary(30), status: 'expired', expired: 'too_old', minutes: 90 * 24 * 60 },
  ],
  ['a cancelled session', aCancelled],
  ['a cancelled session with its host’s name', { ...aCancelled, hostName: 'ada' }],
];
