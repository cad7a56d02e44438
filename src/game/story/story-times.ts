import type { Millis } from '../../time.ts';
import type { Clocks, StoryTime } from '../clock/clocks.ts';
import type { Game } from '../session.ts';

/** The times once voting on a story has begun; later rounds of it change nothing. */
export function withStart({ times }: Clocks, story: number, now: Millis): readonly StoryTime[] {
  return times.some((time) => time.story === story) ? times : [...times, { story, startedAt: now }];
}

/** The times once a story was revealed or agreed on; the last such moment counts. */
export function withDecision({ times, story }: Game, now: Millis): readonly StoryTime[] {
  return times.map((time) => (time.story === story ? { ...time, decidedAt: now } : time));
}

/** How long a story took, from its first card row to its estimate, in ms; `undefined` if it has not got there. */
export function timeTaken({ times }: Clocks, story: number): Millis | undefined {
  const time = times.find((one) => one.story === story);
  return time?.decidedAt === undefined ? undefined : Math.max(0, time.decidedAt - time.startedAt);
}
