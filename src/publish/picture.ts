import type { PostedSession } from '../game/session.ts';
import type { Rendering } from '../ports/chat.ts';
import type { Millis } from '../time.ts';

/** A rendering of the state as it was read just now. */
export interface Picture {
  session: PostedSession;
  rendering: Rendering;
  /** The same with as little as Slack could refuse. */
  plain(): Rendering;
  hash: string;
  phase: string;
  /** To be painted through the newest click: the workspace has no other update left now. */
  isThrough?: true;
}

/** Whether the message shows this already, as far as is known. */
export function isShown({ session, hash }: Picture, now: Millis): boolean {
  const { paint } = session.published;
  const due = paint.againAt !== undefined && now >= paint.againAt;
  return !paint.painting && !due && paint.hash === hash;
}

/** Whether it shows something that people wait for: a round that is revealed, a new story, the end. */
export const isNewPhase = ({ session, phase }: Picture): boolean => session.published.paint.phase !== phase;
