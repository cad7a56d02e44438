import { revealByTime } from '../game/clock/round-clocks.ts';
import type { News } from '../game/notice.ts';
import type { PublicSession } from '../game/public-session.ts';
import type { Announcement } from '../game/published.ts';
import type { Refusal } from '../game/refusal.ts';
import { whyNotReveal } from '../game/round/anonymity.ts';
import { everyoneHasVoted } from '../game/round/roster.ts';
import { roundKey } from '../game/round/round.ts';
import type { Session } from '../game/session.ts';
import { isSeenAgain } from '../game/story/left-stories.ts';
import { type Millis, SECOND } from '../time.ts';
import type { PublishDeps } from './deps.ts';

/** From everyone's vote to the reveal. Fixed: a countdown that began anew would tell that somebody changed their mind. */
const COUNTDOWN: Millis = 5 * SECOND;

/**
 * Does what time or the votes decide: reveals a round whose deadline has passed or whose countdown has ended,
 * begins the countdown, and tells the creator. Level-triggered like all of the
 * publisher: it looks at what the session and the clock say, not at which job woke it. Answers whether the session
 * has changed and must be read afresh.
 */
export async function keepTime(deps: PublishDeps, session: Session, board: PublicSession): Promise<boolean> {
  if (board.status === 'revealed') {
    // Who goes back to it knows.
    const hasRunOut = session.ranOut === roundKey(session) && !isSeenAgain(session);
    if (hasRunOut)
      await announce(deps, session, 'deadline', { kind: 'deadlineRevealed', title: board.title });
    return false;
  }
  if (board.status !== 'voting') return false;
  const clock = clockThatRanOut(session, deps.now());
  if (clock) {
    const no = whyNotReveal(session, board.voted.length);
    return no ? stop(deps, session, clock, noticeOf(no, board.title)) : revealOnTime(deps, session, clock);
  }
  if (!everyoneHasVoted(board)) return false;
  if (session.options.autoReveal) return beginCountdown(deps, session);
  await announce(deps, session, 'voted', { kind: 'everyoneVoted', title: board.title });
  return false;
}

const noticeOf = ({ code }: Refusal, title: string): News => ({
  kind: code === 'too_few_to_hide' ? 'deadlineTooFew' : 'deadlinePassed',
  title,
});

type RoundClock = 'deadlineAt' | 'revealAt';

function clockThatRanOut({ deadlineAt, revealAt }: Session, now: Millis): RoundClock | undefined {
  if (revealAt !== undefined && revealAt <= now) return 'revealAt';
  return deadlineAt !== undefined && deadlineAt <= now ? 'deadlineAt' : undefined;
}

/** The same conditional write as a click on *Reveal*; who loses the race reads what won it. */
async function revealOnTime(
  { store, now, log }: PublishDeps,
  session: Session,
  clock: RoundClock,
): Promise<true> {
  const action = `${clock} ${roundKey(session)}`;
  const revealed = await store.commit(session, revealByTime(session, clock, now()), action);
  const { sessionId, teamId } = session;
  if (revealed) log.info('revealed by time', { sessionId, teamId, clock });
  return true;
}

/** There is nothing that may be revealed, and the round stays open. Whoever stops it second reads that, too. */
async function stop(deps: PublishDeps, session: Session, clock: RoundClock, notice: News): Promise<true> {
  if (clock === 'deadlineAt') await announce(deps, session, 'deadline', notice);
  await deps.store.stopClock(session, clock);
  return true;
}

/** The timer first: a countdown without one would wait for the next click. */
async function beginCountdown({ store, queue, now }: PublishDeps, session: Session): Promise<boolean> {
  if (session.revealAt !== undefined) return false;
  const { sessionId, teamId } = session;
  const dueAt = now() + COUNTDOWN;
  await queue.send([{ kind: 'timer', sessionId, teamId, dueAt }]);
  await store.beginCountdown(session, dueAt);
  return true;
}

/** Has the deadline of the running round scheduled, once; also one that has passed since the publisher looked. */
export async function scheduleDeadline(
  { store, scheduler }: PublishDeps,
  { sessionId, teamId, status, deadlineAt, published }: Session,
): Promise<void> {
  if (status !== 'voting' || deadlineAt === undefined || deadlineAt === published.scheduledFor) return;
  await scheduler.at({ kind: 'timer', sessionId, teamId, dueAt: deadlineAt });
  await store.markScheduled(sessionId, deadlineAt);
}

/**
 * Tells the creator something once in a round; twice at worst, if the note of it is lost. A session with a deadline is
 * one whose people are not all there at once: then it is a direct message, which waits for them, else a line in the
 * channel.
 */
async function announce(
  { store, queue }: PublishDeps,
  session: Session,
  what: 'voted' | 'deadline',
  notice: News,
): Promise<void> {
  const { sessionId, teamId, channelId, creatorId, deadlineAt, ranOut } = session;
  const announcement: Announcement = `${what} ${roundKey(session)}`;
  if (session.published.announced === announcement || session.message.unattended) return;
  const isAsynchronous = deadlineAt !== undefined || ranOut !== undefined;
  const via = isAsynchronous ? 'dm' : 'channel';
  await queue.send([{ kind: 'tell', via, sessionId, teamId, channelId, userId: creatorId, notice }]);
  await store.markAnnounced(sessionId, announcement);
}
