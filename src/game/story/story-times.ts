import type { Millis } from '../../time.ts';
import type { Session, StoryTime } from '../session.ts';

/** The times once voting on a story has begun; later rounds of it change nothing. */
export function withStart(session: Session, story: number, now: Millis): readonly StoryTime[] {
  const { times } = session;
  return times.some((time) => time.story === story) ? times : [...times, { story, startedAt: now }];
}

/** The times once a story was revealed or agreed on; the last such moment counts. */
export function withDecision(session: Session, now: Millis): readonly StoryTime[] {
  return session.times.map((time) => (time.story === session.story ? { ...time, decidedAt: now } : time));
}

/** How long a story took, from its first card row to its estimate, in ms; `undefined` if it has not got there. */
export function timeTaken(session: Session, story: number): Millis | undefined {
  const time = session.times.find((one) => one.story === story);
  return time?.decidedAt === undefined ? undefined : Math.max(0, time.decidedAt - time.startedAt);
}
