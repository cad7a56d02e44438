import { noticeLine } from '../../blocks/private/notices.ts';
import type { News, Notice, StartedAlready } from '../../src/game/notice.ts';
import { isPosted } from '../../src/game/session.ts';
import { type Failure, failureText, isFinal, type Outcome } from '../../src/ports/chat.ts';
import { type JobOf, ownerOf } from '../../src/ports/job.ts';
import { again, done, pauseAfter, type Verdict } from '../../src/ports/queue.ts';
import { type Millis, SECOND } from '../../src/time.ts';
import { wordsFor } from '../words-for.ts';
import type { JobDeps } from './deps.ts';
import { messageLink } from './message-link.ts';
import { orLater } from './or-later.ts';

/**
 * How often we try to say something, whether that fails, throws or runs out of time: by then it is of no use to
 * anybody any more, or they have read it several times.
 */
export const ATTEMPTS = 5;
/** Between two tries to say something: its reader waits. */
const LONGEST_PAUSE: Millis = 8 * SECOND;

/** Answers a click in private, through its response_url. */
export async function reply(deps: JobDeps, job: JobOf<'reply'>, receives: number): Promise<Verdict> {
  const { notice } = job;
  const linkedNotice =
    notice.kind === 'startedAlready' ? await linked(deps, notice.sessionId, notice) : notice;
  const t = await wordsFor(deps, job);
  // To find their language is to ask Slack who they are: by now it is known where they are, too.
  const told = notice.kind === 'timeZone' ? await knownZone(deps, job, notice) : linkedNotice;
  const line = noticeLine(told, t);
  const { replaces = false } = job;
  const sent = await deps.chats.for(job.teamId).respond(job.responseUrl, line, { replaces });
  return orDropped(deps, job, sent, receives);
}

/**
 * Tells somebody something in private who has not clicked. A direct message may be read anywhere and much later:
 * it says where the message is.
 */
export async function tell(deps: JobDeps, job: JobOf<'tell'>, receives: number): Promise<Verdict> {
  const { via, teamId, userId, channelId } = job;
  const chat = deps.chats.for(teamId);
  const notice = via === 'dm' ? await linked(deps, job.sessionId, job.notice) : job.notice;
  const line = noticeLine(notice, await wordsFor(deps, job));
  const sent =
    via === 'dm' ? await chat.postDirect(userId, line) : await chat.postEphemeral(channelId, userId, line);
  return orDropped(deps, job, sent, receives);
}

/** The zone that a clock time is one of, if it is known by now: then the session has to be looked at again. */
async function knownZone(
  { directory, queue }: JobDeps,
  { teamId, userId }: JobOf<'reply'>,
  notice: Extract<Notice, { kind: 'timeZone' }>,
): Promise<Notice> {
  const timeZone = (await directory.profile({ teamId, userId }))?.timeZone;
  const { sessionId } = notice;
  if (timeZone === undefined || sessionId === undefined) return notice;
  await queue.send([{ kind: 'changed', sessionId, teamId }]);
  return { ...notice, timeZone, isKnown: true };
}

/** With a link to the session's message, if there is one. */
async function linked<N extends News | StartedAlready>(
  { store, chats }: JobDeps,
  sessionId: string,
  notice: N,
): Promise<N> {
  const session = await store.session(sessionId);
  if (!session || !isPosted(session) || session.message.unattended) return notice;
  const link = await messageLink(chats, session, session.message.ts);
  return link === undefined ? notice : { ...notice, link };
}

function orDropped(deps: JobDeps, job: JobOf<'reply' | 'tell'>, sent: Outcome, receives: number): Verdict {
  const drop = (failure: Failure) => {
    const reason = failureText(failure);
    deps.log.warn('private line dropped', { ...ownerOf(job), kind: job.kind, reason });
    return done;
  };
  if (!sent.ok && receives >= ATTEMPTS) return drop(sent.failure);
  const later = again(pauseAfter(receives, LONGEST_PAUSE));
  return orLater(sent, (failure) => (isFinal(failure) ? drop(failure) : later));
}
