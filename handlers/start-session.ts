import { ulid } from 'ulid';
import { render } from '../blocks/render.ts';
import { hashOf } from '../src/publish/hash.ts';
import { readBoard } from '../src/session/board.ts';
import { DECKS, type DeckName } from '../src/session/deck.ts';
import type { PostFailure } from '../src/session/notice.ts';
import { phaseOf } from '../src/session/public-session.ts';
import type { Session } from '../src/session/session.ts';
import { DEFAULT_SETTINGS, optionsOf } from '../src/session/settings.ts';
import type { Failure } from '../src/slack/chat.ts';
import { failureText } from '../src/slack/chat.ts';
import type { EpochSeconds } from '../src/time.ts';
import type { Deps } from './deps.ts';

export interface NewSession {
  teamId: string;
  channelId: string;
  userId: string;
  /** The creator's handle. */
  userName: string;
  titles: readonly string[];
  deck: DeckName;
  lobby: boolean;
}

/**
 * Writes a session, posts its message and remembers which one it is. The post is made here and nowhere else:
 * a queue that redelivers would post twice. If what follows the post is lost, the first click on the message
 * makes up for it. Answers with what to tell the creator if there is no message.
 */
export async function startSession(
  deps: Deps,
  wish: NewSession,
): Promise<{ posted: true } | { posted: false; notice: PostFailure }> {
  const { store, chat, queue, log } = deps;
  const session = newSession(wish, deps.now());
  const { sessionId, teamId } = session;
  await store.createSession(
    session,
    wish.titles.map((title, index) => ({ number: index + 1, title })),
  );
  const message = render(await readBoard(store, session));
  const posted = await chat.post(wish.channelId, message);
  if (!posted.ok) {
    log.info('not posted', { sessionId, teamId, reason: failureText(posted.failure) });
    return { posted: false, notice: postFailure(posted.failure) };
  }
  await store.bindMessage(session, posted.value, { hash: hashOf(message), phase: phaseOf(session) });
  await queue.send([{ kind: 'changed', sessionId, teamId }]);
  log.info('session started', { sessionId, teamId, stories: wish.titles.length });
  return { posted: true };
}

export function postFailure(failure: Failure): PostFailure {
  if (failure.kind === 'unknown') return { kind: 'postUnknown' };
  return { kind: 'postRefused', error: failure.kind === 'rate_limited' ? 'ratelimited' : failure.error };
}

function newSession(wish: NewSession, now: number): Session {
  return {
    sessionId: ulid(now),
    teamId: wish.teamId,
    channelId: wish.channelId,
    formerMessages: [],
    retiring: [],
    creatorId: wish.userId,
    ...(wish.userName && { hostName: wish.userName }),
    creatorActedAt: now,
    deck: DECKS[wish.deck],
    options: { ...optionsOf(DEFAULT_SETTINGS), lobby: wish.lobby },
    language: DEFAULT_SETTINGS.language,
    references: [],
    times: [],
    status: wish.lobby ? 'lobby' : 'voting',
    story: 1,
    round: 1,
    order: wish.titles.map((_, index) => index + 1),
    skipped: [],
    lastStory: wish.titles.length,
    estimates: [],
    unfrozen: [],
    watched: false,
    version: 1,
    createdAt: now,
    // Long ago: the first change is shown at once.
    paint: { number: 0, painting: false, at: 0, streak: 0 },
    // The store sets it with every write.
    expirationTime: 0 as EpochSeconds,
  };
}
