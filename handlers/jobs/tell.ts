import { noticeLine } from '../../blocks/private/notices.ts';
import type { Message } from '../../src/game/notice.ts';
import { type Failure, failureText } from '../../src/ports/chat.ts';
import type { Job } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { wordsFor } from '../reader.ts';
import { type JobDeps, ownerOf, RETRY } from './deps.ts';

/** A private line that could not be delivered so often is of no use to anybody any more. */
const ATTEMPTS = 5;

type Reply = Extract<Job, { kind: 'reply' }>;
type Tell = Extract<Job, { kind: 'tell' }>;

/** Answers a click in private, through its response_url. */
export async function reply(deps: JobDeps, job: Reply, receives: number): Promise<Millis | undefined> {
  const line = noticeLine(job.notice, await wordsFor(deps, job));
  const sent = await deps.chats.for(job.teamId).respond(job.responseUrl, line);
  return sent.ok ? undefined : afterFailure(deps, job, sent.failure, receives);
}

/**
 * Tells somebody something in private who has not clicked. A direct message may be read anywhere and much later:
 * it says where the message is.
 */
export async function tell(deps: JobDeps, job: Tell, receives: number): Promise<Millis | undefined> {
  const { via, teamId, userId, channelId } = job;
  const chat = deps.chats.for(teamId);
  const notice = via === 'dm' ? await withLink(deps, job) : job.notice;
  const line = noticeLine(notice, await wordsFor(deps, job));
  const sent =
    via === 'dm' ? await chat.postDirect(userId, line) : await chat.postEphemeral(channelId, userId, line);
  return sent.ok ? undefined : afterFailure(deps, job, sent.failure, receives);
}

async function withLink(
  { store, chats }: JobDeps,
  { sessionId, teamId, channelId, notice }: Tell,
): Promise<Message> {
  const session = await store.session(sessionId);
  if (session?.message.ts === undefined || session.message.unattended) return notice;
  const link = await chats.for(teamId).permalink(channelId, session.message.ts);
  return link.ok ? { ...notice, link: link.value } : notice;
}

function afterFailure(
  { log, metrics }: JobDeps,
  job: Reply | Tell,
  failure: Failure,
  receives: number,
): Millis | undefined {
  if (failure.kind === 'refused' || receives >= ATTEMPTS) {
    log.warn('private line dropped', { ...ownerOf(job), kind: job.kind, reason: failureText(failure) });
    return undefined;
  }
  if (failure.kind !== 'rate_limited') return RETRY;
  metrics.count('RateLimited');
  return failure.retryAfter;
}
