import type { Store } from '../store/store.ts';
import { MINUTE } from '../time.ts';
import { type Card, DECKS } from './deck.ts';
import { freeze } from './freeze.ts';
import type {
  EarlierRound,
  PublicCancelled,
  PublicLobby,
  PublicRevealed,
  PublicSession,
  PublicSummary,
  PublicVoting,
} from './public-session.ts';
import type { Result, Session } from './session.ts';
import { statistics } from './statistics.ts';
import { newVoters, roster } from './tally.ts';

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
  return { status: 'lobby', ...running, joined: awaited, watching };
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
  const earlier = earlierRounds(session, results);
  return { status: 'voting', ...running, ...roster(session, participants, slots), earlier };
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
  return {
    status: 'revealed',
    ...running,
    votes: current.votes,
    earlier: earlierRounds(session, results),
    ...(inNumbers && { statistics: inNumbers }),
    ...(estimate !== undefined && { estimate }),
  };
}

async function summary(store: Store, session: Session): Promise<PublicSummary> {
  const [stories, results] = await Promise.all([
    store.stories(session.sessionId),
    store.results(session.sessionId),
  ]);
  const titles = new Map(stories.map(({ number, title }) => [number, title]));
  const line = (story: number) => {
    const rounds = results.filter((result) => result.story === story);
    const estimate = estimateOf(session, story, rounds);
    return {
      title: titles.get(story) ?? '',
      rounds: rounds.length,
      skipped: session.skipped.includes(story),
      ...(estimate !== undefined && { estimate }),
    };
  };
  const people = new Set(results.flatMap(({ votes }) => votes.map(({ userId }) => userId)));
  return {
    status: 'ended',
    sessionId: session.sessionId,
    deck: DECKS[session.deck],
    stories: [...session.order, ...session.skipped].map(line),
    people: [...people].sort(),
    minutes: Math.max(1, Math.round(((session.endedAt ?? session.createdAt) - session.createdAt) / MINUTE)),
  };
}

async function cancelled(store: Store, session: Session): Promise<PublicCancelled> {
  const { title, creatorId, hostName } = await runningStory(store, session);
  const { sessionId } = session;
  return { status: 'cancelled', sessionId, creatorId, title, ...(hostName !== undefined && { hostName }) };
}

async function runningStory(store: Store, session: Session) {
  const { sessionId, creatorId, hostName, story, round, order } = session;
  const { title = '' } = (await store.story(sessionId, story)) ?? {};
  return {
    sessionId,
    creatorId,
    ...(hostName !== undefined && { hostName }),
    deck: DECKS[session.deck],
    title,
    story,
    round,
    position: order.indexOf(story) + 1,
    stories: order.length,
  };
}

/** What the creator recorded, else the consensus of the story's last round. */
function estimateOf(session: Session, story: number, results: readonly Result[]): Card | undefined {
  const recorded = session.estimates.find((estimate) => estimate.story === story);
  if (recorded) return recorded.card;
  const last = statistics(DECKS[session.deck], results.at(-1)?.votes ?? []);
  return last?.consensus ? last.median : undefined;
}

function earlierRounds(session: Session, results: readonly Result[]): EarlierRound[] {
  return results
    .filter(({ round }) => round < session.round)
    .map(({ round, votes }) => {
      const inNumbers = statistics(DECKS[session.deck], votes);
      return { round, ...(inNumbers && { statistics: inNumbers }) };
    });
}
