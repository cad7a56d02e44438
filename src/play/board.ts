import { defined } from '../game/defined.ts';
import type { Participant } from '../game/participant.ts';
import type {
  LastOutcome,
  PublicCancelled,
  PublicLobby,
  PublicRevealed,
  PublicSession,
  PublicVoting,
} from '../game/public-session.ts';
import { shownVotes } from '../game/round/anonymity.ts';
import { estimateOf } from '../game/round/estimate.ts';
import { earlierRounds, publicVotes } from '../game/round/public-rounds.ts';
import { newVoters, roster } from '../game/round/roster.ts';
import { roundKey } from '../game/round/round.ts';
import { statistics } from '../game/round/statistics.ts';
import type { Session } from '../game/session.ts';
import { storyBefore } from '../game/story/left-stories.ts';
import type { Store } from '../ports/store.ts';
import { summary } from './summary.ts';

/** What the channel's message shows, and who has joined by tapping a card without having been admitted yet. */
interface BoardReading {
  board: PublicSession;
  newVoters: readonly Participant[];
}

/**
 * Reads what the channel's message shows of a session, and writes nothing: new voters are the publisher's to admit.
 * Throws if the running round is revealed and not frozen: where that can be, `freezeAll` comes first.
 */
export async function readBoard(store: Store, session: Session): Promise<BoardReading> {
  switch (session.status) {
    case 'lobby':
      return { board: await lobby(store, session), newVoters: [] };
    case 'voting':
      return voting(store, session);
    case 'revealed':
      return { board: await revealed(store, session), newVoters: [] };
    case 'ended':
    case 'expired':
      return { board: await summary(store, session), newVoters: [] };
    case 'cancelled':
      return { board: await cancelled(store, session), newVoters: [] };
  }
}

async function lobby(store: Store, session: Session): Promise<PublicLobby> {
  const [running, participants] = await Promise.all([
    runningStory(store, session),
    store.participants(session.sessionId),
  ]);
  const { awaited, watching } = roster(session, participants, []);
  const { deadlineAt } = session;
  return defined({ status: 'lobby', ...running, joined: awaited, watching, deadlineAt });
}

async function voting(store: Store, session: Session): Promise<BoardReading> {
  const [running, participants, slots, results, last] = await Promise.all([
    runningStory(store, session),
    store.participants(session.sessionId),
    store.slots(session.sessionId, session),
    session.round > 1 ? store.results(session.sessionId, session.story) : [],
    lastOutcome(store, session),
  ]);
  const { autoReveal, anyoneReveals, anonymous } = session.options;
  const board: PublicVoting = defined({
    status: 'voting',
    ...running,
    ...roster(session, participants, slots),
    autoReveal,
    anyoneReveals,
    anonymous,
    revealing: session.revealAt !== undefined,
    deadlineAt: session.deadlineAt,
    references: session.references,
    earlier: earlierRounds(session, results),
    last,
  });
  return { board, newVoters: newVoters(session, participants, slots) };
}

/** What came out of the story before, if that was revealed. */
async function lastOutcome(store: Store, session: Session): Promise<LastOutcome | undefined> {
  const number = storyBefore(session);
  if (number === undefined) return undefined;
  const { sessionId, deck } = session;
  const [story, results] = await Promise.all([
    store.story(sessionId, number),
    store.results(sessionId, number),
  ]);
  const votes = results.slice(-1).flatMap(shownVotes);
  const estimate = estimateOf(session, number, results);
  return defined({ title: story?.title ?? '', estimate, statistics: statistics(deck, votes) });
}

async function revealed(store: Store, session: Session): Promise<PublicRevealed> {
  const [running, results] = await Promise.all([
    runningStory(store, session),
    store.results(session.sessionId, session.story),
  ]);
  const current = results.find(({ round }) => round === session.round);
  if (!current) throw new Error(`session ${session.sessionId}: round ${roundKey(session)} is not frozen`);
  const estimate = estimateOf(session, session.story, [current]);
  const before = results.find(({ round }) => round === session.round - 1);
  const votes = shownVotes(current);
  return defined({
    status: 'revealed',
    ...running,
    anonymous: session.options.anonymous,
    votes: publicVotes(session, votes, before?.votes ?? []),
    earlier: earlierRounds(session, results),
    statistics: statistics(running.deck, votes),
    tooFew: current.tooFew,
    estimate,
  });
}

async function cancelled(store: Store, session: Session): Promise<PublicCancelled> {
  return { status: 'cancelled', ...(await titled(store, session)) };
}

async function runningStory(store: Store, session: Session) {
  const { deck, story, round, order } = session;
  const position = order.indexOf(story) + 1;
  return { ...(await titled(store, session)), deck, story, round, position, stories: order.length };
}

/** Whose session it is, and what about. */
async function titled(store: Store, session: Session) {
  const { sessionId, language, issueLinks, creatorId, hostName } = session;
  const { title = '', link } = (await store.story(sessionId, session.story)) ?? {};
  return defined({ sessionId, language, issueLinks, link, creatorId, hostName, title });
}
