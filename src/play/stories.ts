import type { Command } from '../game/decide.ts';
import { defined } from '../game/defined.ts';
import { refuse } from '../game/refusal.ts';
import type { Session } from '../game/session.ts';
import type { Story } from '../game/story/story.ts';
import type { NewStory } from '../game/story/story-line.ts';
import { whyNotRename } from '../game/why-not.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../time.ts';
import { type Actor, type ControlAnswer, control } from './control.ts';

/**
 * Adds stories at the end of the queue: numbers first, then titles, then the order that shows them. That last write
 * also hands the session to an `heir`, for `handOver`. `session`: as `sessionFor` has just found it for this actor.
 */
export async function addStories(
  store: Store,
  now: Clock,
  session: Session,
  actor: Actor,
  added: readonly NewStory[],
  heir?: string,
): Promise<ControlAnswer> {
  const count = added.length;
  const reserved = await control(store, now, session, actor, { kind: 'reserveStories', count });
  if (reserved.kind === 'refusal') return reserved;
  const first = reserved.session.lastStory - count + 1;
  const stories = added.map((story, index) => ({ number: first + index, ...story }));
  await store.putStories(reserved.session, stories);
  const numbers = stories.map(({ number }) => number);
  const queue: Command = defined({ kind: 'queueStories', stories: numbers, heir });
  return control(store, now, reserved.session, actor, queue);
}

/** The title of the running story. */
export async function runningTitle(
  store: Pick<Store, 'story'>,
  { sessionId, story }: Session,
): Promise<string> {
  return (await store.story(sessionId, story))?.title ?? '';
}

/** Lower than any version of a session: the history will be told again. */
const OUTDATED = 0;

/** Changes a story's title and link. `session`: as for `addStories`. */
export async function renameStory(
  store: Store,
  session: Session,
  actor: Actor,
  story: Story,
): Promise<ControlAnswer> {
  const no = whyNotRename(session, actor.userId, story.number);
  if (no) return refuse(no);
  await store.putStories(session, [story]);
  // The channel's history may have it under its old title.
  if (session.published.archived !== undefined) await store.markArchived(session.sessionId, OUTDATED);
  return { kind: 'done', session };
}
