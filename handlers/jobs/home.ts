import { translator } from '../../blocks/language/translate.ts';
import { homeView } from '../../blocks/private/home.ts';
import { DEFAULT_LANGUAGE } from '../../src/game/language.ts';
import { failureText } from '../../src/ports/chat.ts';
import type { Job } from '../../src/ports/queue.ts';
import type { Millis } from '../../src/time.ts';
import { type JobDeps, ownerOf } from './deps.ts';
import { mySessions } from './my-sessions.ts';

/**
 * Draws somebody's Home tab. It belongs to no channel: where Slack does not tell their language, that of their
 * newest session has to do. What fails is drawn when they open it again.
 */
export async function home(deps: JobDeps, job: Extract<Job, { kind: 'home' }>): Promise<Millis | undefined> {
  const { chats, readers, log, metrics } = deps;
  const [mine, own] = await Promise.all([mySessions(deps, job), readers.language(job)]);
  const t = translator(own ?? mine.language ?? DEFAULT_LANGUAGE);
  const published = await chats.for(job.teamId).publishHome(job.userId, homeView(mine, t));
  if (published.ok) return undefined;
  const { failure } = published;
  if (failure.kind === 'rate_limited') {
    metrics.count('RateLimited');
    return failure.retryAfter;
  }
  log.warn('home not drawn', { ...ownerOf(job), reason: failureText(failure) });
  return undefined;
}
