import { failureText, type PrivateLine } from '../../src/ports/chat.ts';
import type { Job } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { type JobDeps, ownerOf } from './deps.ts';

/**
 * Gives somebody what they asked for with a command. Where Slack does not say whether it took it, they most likely
 * have it; if not, they ask again.
 */
export async function asked(
  { chats, log, metrics }: JobDeps,
  job: Extract<Job, { kind: 'report' }>,
  line: PrivateLine,
): Promise<Millis | undefined> {
  const sent = await chats.for(job.teamId).respond(job.responseUrl, line);
  if (sent.ok) return undefined;
  const { failure } = sent;
  if (failure.kind === 'rate_limited') {
    metrics.count('RateLimited');
    return failure.retryAfter;
  }
  log.warn('report dropped', { ...ownerOf(job), report: job.report, reason: failureText(failure) });
  return undefined;
}
