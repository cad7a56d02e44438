import { failureText, type PrivateLine } from '../../src/ports/chat.ts';
import { type JobOf, ownerOf } from '../../src/ports/job.ts';
import { done, type Verdict } from '../../src/ports/queue.ts';
import type { JobDeps } from './deps.ts';
import { orLater } from './or-later.ts';

/**
 * Gives somebody what they asked for with a command. Where Slack does not say whether it took it, they most likely
 * have it; if not, they ask again.
 */
export async function asked(deps: JobDeps, job: JobOf<'report'>, line: PrivateLine): Promise<Verdict> {
  const sent = await deps.chats.for(job.teamId).respond(job.responseUrl, line);
  return orLater(sent, (failure) => {
    const { report } = job;
    deps.log.warn('report dropped', { ...ownerOf(job), report, reason: failureText(failure) });
    return done;
  });
}
