import { defined } from '../game/defined.ts';
import type {
  PublicCancelled,
  PublicLobby,
  PublicRevealed,
  PublicSession,
  PublicSummary,
  PublicVoting,
} from '../game/public-session.ts';
import { earlierRounds, estimateOf, publicVotes } from '../game/round/estimate.ts';
import { statistics } from '../game/round/statistics.ts';
import { newVoters, roster } from '../game/round/tally.ts';
import type { Session } from '../game/session.ts';
import { timeTaken } from '../game/story/story-times.ts';
import type { Store } from '../ports/store.ts';
import { MINUTE } from '../time.ts';
import { freeze } from './freeze.ts';

/** Reads what the channel message shows of a session. Rounds that are revealed must have been frozen. */
export async function readBoard(store: Store, session: Session): Promise<PublicSession> {
  switch (session.status) {
    case 'lobby':
      return lobby(store, session);
    case 'voting':
      return voting(store, session);
    case 'revealed':
      return revealed(store, session);
    case 'ended':
      return summary(store, session);
    case 'cancelled':
      return cancelled(store, session);
  }
}

async function lobby(store: Store, session: Session): Promise<PublicLobby> {
  const [running, participants] = await Promise.all([
    runningStory(store, session),
    store.participants(session.sessionId),
  ]);
  const { awaited, watching } = roster(session, participants, []);
  return { status: 'lobby', ...running, joined: awaited, watching, ...deadlineOf(session) };
}

async function voting(store: Store, session: Session): Promise<PublicVoting> {
  const [running, participants, slots, results] = await Promise.all([
    runningStory(store, session),
    store.participants(session.sessionId),
    store.slots(session.sessionId, session),
    session.round > 1 ? store.results(session.sessionId, session.story) : [],
  ]);
  // Whoever joined by tapping a card is a participant from now on, in later rounds too.
  await Promise.all(
    newVoters(session, participants, slots).map((voter) => store.writeParticipant(session, voter)),
  );
  const { autoReveal, anyoneReveals, anonymous } = session.options;
  return {
    status: 'voting',
    ...running,
    ...roster(session, participants, slots),
    autoReveal,
    anyoneReveals,
    anonymous,
    revealing: session.revealAt !== undefined,
    ...deadlineOf(session),
    references: session.references,
    earlier: earlierRounds(session, results),
  };
}

async function revealed(store: Store, session: Session): Promise<PublicRevealed> {
  const [running, results] = await Promise.all([
    runningStory(store, session),
    store.results(session.sessionId, session.story),
  ]);
  const current =
    results.find(({ round }) => round === session.round) ?? (await freeze(store, session, session));
  const inNumbers = statistics(running.deck, current.votes);
  const estimate = estimateOf(session, session.story, [current]);
  const before = results.find(({ round }) => round === session.round - 1);
  return defined({
    status: 'revealed',
    ...running,
    anonymous: session.options.anonymous,
    votes: publicVotes(session, current.votes, before?.votes ?? []),
    earlier: earlierRounds(session, results),
    ...(inNumbers && { statistics: inNumbers }),
    estimate,
  });
}

async function summary(store: Store, session: Session): Promise<PublicSummary> {
  const [stories, results] = await Promise.all([
    store.stories(session.sessionId),
    store.results(session.sessionId),
  ]);
  const line = (story: number) => {
    const { title = '', link } = stories.find(({ number }) => number === story) ?? {};
    const rounds = results.filter((result) => result.story === story);
    const estimate = estimateOf(session, story, rounds);
    const ms = timeTaken(session, story);
    return defined({
      title,
      link,
      rounds: rounds.length,
      skipped: session.skipped.includes(story),
      estimate,
      ms,
    });
  };
  const people = new Set(results.flatMap(({ votes }) => votes.map(({ userId }) => userId)));
  return {
    status: 'ended',
    sessionId: session.sessionId,
    language: session.language,
    ...issueLinksOf(session),
    deck: session.deck,
    stories: [...session.order, ...session.skipped].map(line),
    people: [...people].sort(),
    minutes: Math.max(1, Math.round(((session.endedAt ?? session.createdAt) - session.createdAt) / MINUTE)),
  };
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
  const { sessionId, creatorId, hostName } = session;
  const { title = '', link } = (await store.story(sessionId, session.story)) ?? {};
  return defined({
    sessionId,
    language: session.language,
    ...issueLinksOf(session),
    link,
    creatorId,
    hostName,
    title,
  });
}

const issueLinksOf = ({ issueLinks }: Session) => (issueLinks ? { issueLinks } : {});

const deadlineOf = ({ deadlineAt }: Session) => (deadlineAt === undefined ? {} : { deadlineAt });
