import { hasExpired } from '../game/clock/lifetime.ts';
import { defined } from '../game/defined.ts';
import type { ListedSession, MyResult, MySessions, OpenVote, OwnSession } from '../game/my-sessions.ts';
import type { UserRef } from '../game/place.ts';
import { estimateOf } from '../game/round/estimate.ts';
import { everyoneHasVoted, type Roster, roster } from '../game/round/roster.ts';
import { parseRoundKey } from '../game/round/round.ts';
import { isOver, type Session } from '../game/session.ts';
import { pausedRounds } from '../game/story/left-stories.ts';
import type { Directory } from '../ports/directory.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Millis } from '../time.ts';

/** How many sessions are looked at, the newest first … */
const NEWEST = 20;
/** … among how many ids: what has expired or was cancelled is passed over. */
const LOOKED_UP = 60;
/** How much of each list is worth reading. */
const LISTED = 10;

interface Sources {
  store: Store;
  directory: Directory;
  now: Clock;
  /** The address of a session's message, if there is one. */
  linkTo(session: Session): Promise<string | undefined>;
}

export async function readMySessions(sources: Sources, { teamId, userId }: UserRef): Promise<MySessions> {
  const { store, directory, now } = sources;
  const ids = (await directory.sessionsOf({ teamId, userId })).slice(0, LOOKED_UP);
  const known = await Promise.all(ids.map((id) => store.session(id)));
  const sessions = known.flatMap((session) => (session && session.status !== 'cancelled' ? [session] : []));
  const newest = sessions.slice(0, NEWEST);
  const running = await Promise.all(newest.filter(isRunningAt(now())).map((session) => look(store, session)));
  const awaited = running.filter((one) => one.session.status === 'voting' && one.awaited.includes(userId));
  const created = running.filter(({ session }) => session.creatorId === userId);
  const [votes, own, results] = await Promise.all([
    Promise.all(awaited.slice(0, LISTED).map((one) => openVote(sources, one))),
    Promise.all(created.slice(0, LISTED).map((one) => ownSession(sources, one))),
    Promise.all(newest.map((session) => resultsOf(store, session))).then((all) =>
      latestOf(sources, all.flat()),
    ),
  ]);
  const [latest] = newest;
  return {
    awaited: votes,
    created: own,
    results,
    more: { awaited: awaited.length - votes.length, created: created.length - own.length },
    ...(latest && { language: latest.language }),
  };
}

interface Decided {
  session: Session;
  result: MyResult;
}

/** The latest of them, each with a link to its message. */
async function latestOf({ linkTo }: Sources, all: readonly Decided[]): Promise<MyResult[]> {
  const latest = all.toSorted((a, b) => b.result.decidedAt - a.result.decidedAt).slice(0, LISTED);
  const sessions = [...new Set(latest.map(({ session }) => session))];
  const links = new Map(
    await Promise.all(sessions.map(async (session) => [session, await linkTo(session)] as const)),
  );
  return latest.map(({ session, result }) => defined({ ...result, messageLink: links.get(session) }));
}

type Running = Session & { status: OwnSession['status'] };

/** It has a message that people can go to. */
const isRunningAt =
  (now: Millis) =>
  (session: Session): session is Running =>
    !isOver(session) && !hasExpired(session, now) && session.message.detached === undefined;

interface Looked extends Roster {
  session: Running;
}

/** Who has a card in the running vote, and who doesn't. The slots hold the cards themselves; those stay here. */
async function look(store: Store, session: Running): Promise<Looked> {
  const [participants, slots] = await Promise.all([
    store.participants(session.sessionId),
    session.status === 'voting' ? store.slots(session.sessionId, session) : [],
  ]);
  return { session, ...roster(session, participants, slots) };
}

async function listed({ store, linkTo }: Sources, session: Session): Promise<ListedSession> {
  const [story, messageLink] = await Promise.all([
    store.story(session.sessionId, session.story),
    linkTo(session),
  ]);
  const { channelId } = session;
  return defined({ channelId, title: story?.title ?? '', messageLink });
}

async function openVote(sources: Sources, { session }: Looked): Promise<OpenVote> {
  const { deadlineAt } = session;
  return defined({ ...(await listed(sources, session)), deadlineAt });
}

async function ownSession(sources: Sources, { session, ...people }: Looked): Promise<OwnSession> {
  const { status } = session;
  const counts = { voted: people.voted.length, awaited: people.awaited.length };
  const isComplete = everyoneHasVoted(people);
  return { ...(await listed(sources, session)), status, ...counts, isComplete };
}

/** The estimates of a session, without those that may still change: of a running round, or one not frozen yet. */
async function resultsOf(store: Store, session: Session): Promise<Decided[]> {
  const { sessionId, channelId, status, times, unfrozen, issueLinks } = session;
  const open = new Set(unfrozen.map((key) => parseRoundKey(key).story));
  if (status === 'lobby' || status === 'voting') open.add(session.story);
  for (const { story } of pausedRounds(session)) open.add(story);
  const decided = times.filter(({ story, decidedAt }) => decidedAt !== undefined && !open.has(story));
  if (decided.length === 0) return [];
  const [stories, results] = await Promise.all([store.stories(sessionId), store.results(sessionId)]);
  return decided.flatMap(({ story, decidedAt = 0 }) => {
    const rounds = results.filter((result) => result.story === story);
    const estimate = estimateOf(session, story, rounds);
    if (estimate === undefined) return [];
    const { title = '', link } = stories.find(({ number }) => number === story) ?? {};
    const links = defined({ link, ...(issueLinks && { issueLinks }) });
    return [{ session, result: { channelId, title, ...links, estimate, decidedAt } }];
  });
}
