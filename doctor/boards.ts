import { DECKS } from '../src/game/deck/deck.ts';
import type {
  PublicRevealed,
  PublicSession,
  PublicSummary,
  PublicVoting,
} from '../src/game/public-session.ts';
import { MAX_REASON } from '../src/game/round/reason.ts';
import { statistics } from '../src/game/round/statistics.ts';
import { MAX_STORIES } from '../src/game/session.ts';
import { MAX_LINK } from '../src/game/story/link.ts';

/** Sessions that make the longest messages that Groom posts. Nobody in them is anybody. */

const DECK = DECKS.fibonacci;
const CROWD = 300;
const JAPANESE = '非常に長い見積もりの題名';

const nobody = (n: number): string => `U0DOCTOR${String(n).padStart(3, '0')}`;
const people = (count: number): string[] => Array.from({ length: count }, (_, n) => nobody(n));
const cardOf = (n: number): string => DECK.cards[n % 8] ?? '5';

const running = {
  sessionId: 'DOCTOR',
  language: 'ja',
  creatorId: nobody(0),
  hostName: '名前のとても長い司会者',
  deck: DECK,
  title: JAPANESE.repeat(60),
  story: 1,
  round: 2,
  position: 1,
  stories: MAX_STORIES,
} as const;

const EARLIER = [{ round: 1, cards: people(CROWD).map((_, n) => cardOf(n + 3)) }];

const voting: PublicVoting = {
  ...running,
  status: 'voting',
  voted: people(CROWD).slice(20),
  awaited: people(20),
  watching: [],
  rosterKnown: true,
  fewest: 2,
  anonymous: false,
  anyoneReveals: true,
  autoReveal: false,
  revealing: false,
  references: [0, 1, 2].map((n) => ({ title: `${n}${JAPANESE.repeat(9)}`, card: cardOf(n) })),
  earlier: EARLIER,
};

function result(): PublicRevealed {
  const votes = people(CROWD).map((userId, n) => ({
    userId,
    card: cardOf(n),
    before: cardOf(n + 3),
    ...(n < 8 && { reason: JAPANESE.repeat(50).slice(0, MAX_REASON) }),
  }));
  const inNumbers = statistics(
    DECK,
    votes.map(({ card, userId }) => ({ card, userId, at: '1.000000' })),
  );
  return {
    ...running,
    status: 'revealed',
    anonymous: false,
    votes,
    earlier: EARLIER,
    ...(inNumbers && { statistics: inNumbers }),
  };
}

function summaryOf(titleOf: (n: number) => { title: string; link?: string }): PublicSummary {
  const stories = Array.from({ length: MAX_STORIES }, (_, n) => ({
    ...titleOf(n),
    estimate: cardOf(n),
    rounds: 3,
    skipped: false,
    ms: 600_000,
  }));
  const { sessionId, language, deck } = running;
  return { status: 'ended', sessionId, language, deck, stories, people: people(CROWD), minutes: 300 };
}

const link = (n: number): string => `https://tracker.example/${n}?${'x'.repeat(MAX_LINK)}`.slice(0, MAX_LINK);

/** One message after the other, each posted and updated through all of its states. */
export const BOARDS: Readonly<Record<string, () => PublicSession[]>> = {
  'a Japanese session of 300 people': () => [
    voting,
    result(),
    summaryOf((n) => ({ title: `${n}${JAPANESE.repeat(20)}` })),
  ],
  'a summary with 30 long links': () => [summaryOf((n) => ({ title: `Story ${n}`, link: link(n) }))],
};
