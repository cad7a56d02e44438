import type { Millis } from '../time.ts';
import { type Changes, change, type Decision } from './changes.ts';
import { refuse } from './refusal.ts';
import { type Game, roomForStories, upcomingStories } from './session.ts';
import { entering } from './story/left-stories.ts';

/** What becomes of the stories of a session: the queue, and the running one when it is skipped. */

/** Skipping the running story goes on to the next one, or ends the session after the last. */
export function skip(game: Game, story: number, now: Millis): Decision {
  if (!game.order.includes(story)) return game.skipped.includes(story) ? { kind: 'done' } : noSuchStory();
  const rest = {
    order: game.order.filter((other) => other !== story),
    skipped: [...game.skipped, story],
  };
  if (game.story !== story) {
    return upcomingStories(game).includes(story) ? change(rest) : noSuchStory();
  }
  if (game.status === 'revealed') return refuse({ code: 'not_now', status: game.status });
  const [following] = upcomingStories(game);
  if (following === undefined) return change({ ...rest, status: 'ended', endedAt: now });
  const { status, ...place } = entering(game, following);
  // What people gather for has no result.
  return change({ ...rest, ...place, ...(status === 'revealed' && { status }) });
}

export function move(game: Game, story: number, to: 'earlier' | 'later' | 'next'): Decision {
  const upcoming = [...upcomingStories(game)];
  const from = upcoming.indexOf(story);
  if (from < 0) return noSuchStory();
  const target = to === 'next' ? 0 : from + (to === 'earlier' ? -1 : 1);
  upcoming.splice(from, 1);
  upcoming.splice(Math.max(0, target), 0, story);
  const played = game.order.slice(0, game.order.length - upcoming.length);
  return change({ order: [...played, ...upcoming] });
}

/** Numbers are given out before the titles are stored, so that no two additions share one. */
export function reserveStories(game: Game, count: number): Decision {
  if (count > roomForStories(game)) return tooManyStories(game);
  return change({ lastStory: game.lastStory + count });
}

/**
 * Another addition may have filled the session since the numbers were given out; and the network may repeat
 * itself. `more`: what changes with it.
 */
export function queueStories(game: Game, stories: readonly number[], more: Changes = {}): Decision {
  const known = [...game.order, ...game.skipped];
  const added = stories.filter((story) => !known.includes(story));
  if (added.length === 0) return { kind: 'done' };
  if (added.length > roomForStories(game)) return tooManyStories(game);
  return change({ ...more, order: [...game.order, ...added] });
}

const tooManyStories = (game: Game): Decision =>
  refuse({ code: 'too_many_stories', most: Math.max(0, roomForStories(game)) });
/** It isn't in the queue, or not any more. */
const noSuchStory = (): Decision => refuse({ code: 'no_such_story' });
