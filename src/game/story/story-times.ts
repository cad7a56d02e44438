import type { Millis } from '../../time.ts';
import type { Clocks, StoryTime } from '../clock/clocks.ts';
import type { Game } from '../session.ts';

/** Notes that voting on a story begins. Later rounds of the same story change nothing. */
export function withStart({ times }: Clocks, story: number, now: Millis): readonly StoryTime[] {
  return times.some((time) => time.story === story) ? times : [...times, { story, startedAt: now }];
}

/** Notes that the running story was revealed or agreed on. The last time counts. */
export function withDecision({ times, story }: Game, now: Millis): readonly StoryTime[] {
  return times.map((time) => (time.story === story ? { ...time, decidedAt: now } : time));
}

/** How long a story took from its first vote to its estimate, in ms; `undefined` if it has none yet. */
export function timeTaken({ times }: Clocks, story: number): Millis | undefined {
  const time = times.find((one) => one.story === story);
  return time?.decidedAt === undefined ? undefined : Math.max(0, time.decidedAt - time.startedAt);
}
