import { ulid } from 'ulid';
import { LONGEST_LIFE } from '../game/clock/lifetime.ts';
import { type Deck, uncountedCards } from '../game/deck/deck.ts';
import { NO_MESSAGE } from '../game/message.ts';
import type { Notice, PostFailure, WhyNotStarted } from '../game/notice.ts';
import { type Plan, planSession, type Wishes } from '../game/plan.ts';
import { isProblem } from '../game/problem.ts';
import { type PublicSession, phaseOf } from '../game/public-session.ts';
import { NOTHING_PUBLISHED } from '../game/published.ts';
import type { Reference } from '../game/round/references.ts';
import { RECENT, referencesFrom } from '../game/round/references.ts';
import { isPosted, type Session } from '../game/session.ts';
import type { ChannelSettings } from '../game/settings.ts';
import type { NewStory } from '../game/story/story-line.ts';
import { type Failure, failureText, isFinal, isOutside } from '../ports/chat.ts';
import { hashOf } from '../ports/hash.ts';
import type { Start } from '../ports/store.ts';
import type { EpochSeconds } from '../time.ts';
import { readBoard } from './board.ts';
import type { Deps } from './deps.ts';
import { postBoard } from './post-board.ts';
import { timeZoneOf } from './time-zone.ts';

interface NewSession {
  teamId: string;
  channelId: string;
  userId: string;
  /** The creator's legacy handle, for as long as nothing better is known; '' if there is none. */
  userName: string;
  /** The text of the command, or the submitted view: the same again starts nothing for half a minute. */
  request: string;
  stories: readonly NewStory[];
  /** What the channel has settled on … */
  settings: ChannelSettings;
  /** … and what its creator wants otherwise. */
  wishes: Wishes;
  /** The command's response_url: it posts where the app may not. */
  responseUrl?: string;
}

type Started =
  /** `notice` is something that its creator should know. */
  { posted: true; notice?: Notice } | { posted: false; notice: WhyNotStarted };

/**
 * Writes a session, posts its message and remembers which one it is. The post is made here and nowhere else:
 * a queue that redelivers would post twice. If what follows the post is lost, the first click on the message
 * makes up for it. Whoever asks for the same twice is shown to the first. Answers with what to tell the creator if there
 * is no message.
 */
export async function startSession(deps: Deps, wish: NewSession): Promise<Started> {
  const { store, directory, now } = deps;
  const [profile, references] = await Promise.all([directory.profile(wish), referencesFor(deps, wish)]);
  const zone = timeZoneOf(profile, wish.settings);
  const plan = planSession(wish.settings, wish.wishes, now(), zone);
  if (isProblem(plan)) return { posted: false, notice: { kind: 'problem', problem: plan } };
  const hostName = profile?.name ?? wish.userName;
  const session = newSession({ ...wish, hostName }, plan, references, now());
  const { sessionId } = session;
  const { teamId, channelId, userId, request } = wish;
  const start: Start = { teamId, channelId, userId, wish: hashOf(request) };
  const owner = await store.claimStart(start, sessionId);
  if (owner !== sessionId) return startedBy(deps, owner);
  const release = () => store.releaseStart(start, sessionId);
  const board = await written(deps, session, wish.stories).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  const started = await post(deps, wish, session, board);
  // A post that has come to nothing may be tried again at once; one that is perhaps there may not.
  if (!started.posted && started.notice.kind === 'postRefused') await release();
  if (!started.posted || started.notice) return started;
  if (session.guessedUntil)
    return { posted: true, notice: { kind: 'timeZone', timeZone: zone.timeZone, sessionId } };
  const cards = isMadeNow(wish.wishes.deck) ? uncountedCards(session.deck) : [];
  return cards.length > 0 ? { posted: true, notice: { kind: 'uncounted', cards } } : started;
}

/** Its cards were typed for this session: a channel's own deck has a title. */
const isMadeNow = (deck: Deck | undefined): boolean => deck?.name === 'custom' && deck.title === undefined;

/** The session that was faster. Its message may not be there yet, or not known. */
async function startedBy({ store }: Deps, sessionId: string): Promise<Started> {
  const session = await store.session(sessionId);
  const posted = session !== undefined && isPosted(session);
  return { posted, notice: { kind: 'startedAlready', sessionId } };
}

/** Writes the session; answers with what its first message shows. */
async function written(
  { store }: Deps,
  session: Session,
  stories: readonly NewStory[],
): Promise<PublicSession> {
  const numbered = stories.map((story, index) => ({ number: index + 1, ...story }));
  await store.createSession(session, numbered);
  const { board } = await readBoard(store, session);
  return board;
}

async function post(deps: Deps, wish: NewSession, session: Session, board: PublicSession): Promise<Started> {
  const { store, queue, log } = deps;
  const { sessionId, teamId } = session;
  const { posted, message } = await postBoard(deps, session, board);
  if (!posted.ok) {
    log.info('not posted', { sessionId, teamId, reason: failureText(posted.failure) });
    return postThrough(deps, wish, session, posted.failure);
  }
  await store.bindMessage(session, posted.value, { hash: hashOf(message), phase: phaseOf(session) });
  await queue.send([{ kind: 'changed', sessionId, teamId }]);
  log.info('session started', { sessionId, teamId, stories: session.order.length });
  return { posted: true };
}

/**
 * Posts through the command's own response_url where the app may not post itself. Such a message is bound by its first
 * click, and updated only through the clicks' response_urls: nothing can happen to it by itself.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
async function postThrough(
  deps: Deps,
  { responseUrl }: NewSession,
  session: Session,
  failure: Failure,
): Promise<Started> {
  const { store, chats, log, render } = deps;
  const refusal: Started = { posted: false, notice: postFailure(failure) };
  if (!isOutside(failure) || !responseUrl) return refusal;
  const { sessionId, teamId } = session;
  const unattended = await store.leaveUnattended(session);
  const { board } = await readBoard(store, unattended);
  const through = (how: { plain?: boolean }) =>
    chats.for(teamId).postThrough(responseUrl, render(board, how));
  const whole = await through({});
  // A response_url says of a message that it is wrong, but not why.
  const posted = !whole.ok && isFinal(whole.failure) ? await through({ plain: true }) : whole;
  if (!posted.ok)
    return posted.failure.kind === 'unknown' ? { ...refusal, notice: { kind: 'postUnknown' } } : refusal;
  log.info('session started', { sessionId, teamId, unattended: true });
  return { posted: true, notice: { kind: 'unattended' } };
}

export function postFailure(failure: Failure): PostFailure {
  if (failure.kind === 'unknown') return { kind: 'postUnknown' };
  return { kind: 'postRefused', error: failure.kind === 'rate_limited' ? 'ratelimited' : failure.error };
}

async function referencesFor(
  { directory }: Deps,
  { settings, wishes, ...channel }: NewSession,
): Promise<Reference[]> {
  if (!(wishes.references ?? settings.references)) return [];
  const recent = await directory.history(channel, RECENT);
  return referencesFrom(recent, wishes.deck ?? settings.deck);
}

function newSession(
  { teamId, channelId, userId, hostName, stories }: NewSession & { hostName: string },
  { guessed, ...plan }: Plan,
  references: readonly Reference[],
  now: number,
): Session {
  return {
    sessionId: ulid(now),
    teamId,
    channelId,
    creatorId: userId,
    ...(hostName && { hostName }),
    creatorActedAt: now,
    ...plan,
    ...(guessed && plan.deadlineAt && { guessedUntil: { ...guessed, userId, as: plan.deadlineAt } }),
    references,
    status: plan.options.lobby ? 'lobby' : 'voting',
    story: 1,
    round: 1,
    order: stories.map((_, index) => index + 1),
    skipped: [],
    lastStory: stories.length,
    estimates: [],
    unfrozen: [],
    watched: false,
    version: 1,
    createdAt: now,
    endsAt: now + LONGEST_LIFE,
    times: plan.options.lobby ? [] : [{ story: 1, startedAt: now }],
    message: NO_MESSAGE,
    published: NOTHING_PUBLISHED,
    // The store sets both with every change.
    expiresAt: 0,
    expirationTime: 0 as EpochSeconds,
  };
}
