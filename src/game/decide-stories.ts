import type { Millis } from '../time.ts';
import { change, type Decision, refuse } from './changes.ts';
import { roomForStories, type Session, upcomingStories } from './session.ts';

/** What becomes of the stories of a session: the queue, and the running one when it is skipped. */

/** Skipping the running story goes on to the next one, or ends the session after the last. */
export function skip(session: Session, story: number, now: Millis): Decision {
  if (!session.order.includes(story))
    return session.skipped.includes(story) ? { kind: 'done' } : noSuchStory();
  const rest = {
    order: session.order.filter((other) => other !== story),
    skipped: [...session.skipped, story],
  };
  if (session.story !== story) {
    return upcomingStories(session).includes(story) ? change(rest) : noSuchStory();
  }
  if (session.status === 'revealed') return refuse({ code: 'not_now', status: session.status });
  const [following] = upcomingStories(session);
  if (following === undefined) return change({ ...rest, status: 'ended', endedAt: now });
  return change({ ...rest, story: following, round: 1 });
}

export function move(session: Session, story: number, to: 'earlier' | 'later' | 'next'): Decision {
  const upcoming = [...upcomingStories(session)];
  const from = upcoming.indexOf(story);
  if (from < 0) return noSuchStory();
  const target = to === 'next' ? 0 : from + (to === 'earlier' ? -1 : 1);
  upcoming.splice(from, 1);
  upcoming.splice(Math.max(0, target), 0, story);
  const played = session.order.slice(0, session.order.length - upcoming.length);
  return change({ order: [...played, ...upcoming] });
}

/** Numbers are given out before the titles are stored, so that no two additions share one. */
export function reserveStories(session: Session, count: number): Decision {
  if (count > roomForStories(session)) return tooManyStories(session);
  return change({ lastStory: session.lastStory + count });
}

/** Another addition may have filled the session since the numbers were given out; and the network may repeat itself. */
export function queueStories(session: Session, stories: readonly number[]): Decision {
  const known = [...session.order, ...session.skipped];
  const added = stories.filter((story) => !known.includes(story));
  if (added.length === 0) return { kind: 'done' };
  if (added.length > roomForStories(session)) return tooManyStories(session);
  return change({ order: [...session.order, ...added] });
}

const tooManyStories = (session: Session): Decision =>
  refuse({ code: 'too_many_stories', most: Math.max(0, roomForStories(session)) });
/** It is not waiting (any more). */
const noSuchStory = (): Decision => refuse({ code: 'no_such_story' });
