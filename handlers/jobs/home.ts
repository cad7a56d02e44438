import { translator } from '../../blocks/language/translate.ts';
import { homeView } from '../../blocks/private/home.ts';
import { DEFAULT_LANGUAGE } from '../../src/game/language.ts';
import { failureText } from '../../src/ports/chat.ts';
import { type JobOf, ownerOf } from '../../src/ports/job.ts';
import { done, type Verdict } from '../../src/ports/queue.ts';
import type { JobDeps } from './deps.ts';
import { mySessions } from './my-sessions.ts';
import { orLater } from './or-later.ts';

/**
 * Draws somebody's Home tab. It belongs to no channel: where Slack does not tell their language, that of their
 * newest session has to do. What fails is drawn when they open it again.
 */
export async function home(deps: JobDeps, job: JobOf<'home'>): Promise<Verdict> {
  const { chats, readers, log } = deps;
  const [mine, own] = await Promise.all([mySessions(deps, job), readers.language(job)]);
  const t = translator(own ?? mine.language ?? DEFAULT_LANGUAGE);
  const published = await chats.for(job.teamId).publishHome(job.userId, homeView(mine, t));
  return orLater(published, (failure) => {
    log.warn('home not drawn', { ...ownerOf(job), reason: failureText(failure) });
    return done;
  });
}
