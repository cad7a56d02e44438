import { defined } from '../game/defined.ts';
import type { Trouble } from '../game/published.ts';
import type { Session } from '../game/session.ts';
import { type Failure, failureText } from '../ports/chat.ts';
import { pauseAfter } from '../ports/queue.ts';
import { MINUTE, type Millis, SECOND } from '../time.ts';
import type { PublishDeps } from './deps.ts';
import { type PublishOutcome, tryAgain } from './outcome.ts';

/** The longest pause between two tries. */
export const LONGEST: Millis = 5 * MINUTE;
/** In about an hour. Then the message stays as it is until the next click, or whatever else happens in the session. */
export const MOST_TRIES = 20;
/** A longer pause does not hold the session's group: a click must not wait for it. */
export const HELD: Millis = 2 * SECOND;

/** What is known of the tries once one more has begun. What a click tries before its time is not counted. */
export function begun(trouble: Trouble | undefined, now: Millis): Trouble {
  const { tries = 0, turn: _, ...known } = trouble ?? {};
  return { ...known, tries: isAwaited(trouble, now) ? tries : tries + 1 };
}

/** What is left of it once something is shown; `undefined` for nothing. */
export function overcome(session: Session, refused?: string): Trouble | undefined {
  const retireTries =
    session.message.retiring.length > 0 ? session.published.trouble?.retireTries : undefined;
  if (refused === undefined && retireTries === undefined) return undefined;
  return defined({ tries: 0, refused, retireTries });
}

/** Whether a timer will bring the next try. */
const isAwaited = (trouble: Trouble | undefined, now: Millis): boolean =>
  trouble?.nextAt !== undefined && trouble.nextAt > now;

/** A try that has failed: `before` is what was known when it began, `begun` counts it. */
interface Tried {
  before: Trouble | undefined;
  begun: Trouble;
  failure: Failure;
  /** Whether a short pause may hold the session's group. */
  isHeld?: boolean;
  most?: number;
}

/**
 * When to try again, and what is to be remembered of that. A short pause holds the group, because what is behind
 * would only fail as well; for a longer one a timer is sent, unless one is under way already.
 */
export async function nextTry(
  { queue, now }: Pick<PublishDeps, 'queue' | 'now'>,
  { sessionId, teamId }: Session,
  { before, begun, failure, isHeld = true, most = MOST_TRIES }: Tried,
): Promise<{ trouble: Trouble; outcome: PublishOutcome }> {
  const isLimited = failure.kind === 'rate_limited';
  const why = failureText(failure);
  const cause = isLimited ? 'rate_limit' : 'failure';
  const trouble = isLimited ? { ...begun, tries: before?.tries ?? 0 } : begun;
  if (isAwaited(before, now())) return { trouble, outcome: { kind: 'later', why, cause } };
  if (!isLimited && trouble.tries > most) return { trouble, outcome: { kind: 'given up', why } };
  const delay = isLimited ? failure.retryAfter : pauseAfter(trouble.tries, LONGEST);
  if (isHeld && !isLimited && delay <= HELD) return { trouble, outcome: tryAgain('failure', why, delay) };
  const nextAt = now() + delay;
  await queue.send([{ kind: 'timer', sessionId, teamId, dueAt: nextAt }]);
  return { trouble: { ...trouble, nextAt }, outcome: { kind: 'later', why, cause } };
}
