import type { Paint } from '../game/published.ts';
import { type Millis, SECOND } from '../time.ts';

/**
 * chat.update is a Tier 3 method: some 50 calls a minute for a whole workspace.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */

/** At most one update a second … */
const BRISK: Millis = 1 * SECOND;
/** … and after this many in a row … */
const BRISK_UPDATES = 5;
/** … one every three seconds, or as soon as nothing has changed for a moment. */
const CALM: Millis = 3 * SECOND;
/** How long that moment is. With the time until somebody looks and Slack’s own, a burst is shown within 1.5 s of its last vote. */
export const QUIET: Millis = 600;
/** Updates further apart than this are not in a row. */
export const STREAK_GAP: Millis = 4 * SECOND;
/** How often a waiting publisher looks. */
export const STEP: Millis = 400;

/** How long an update that shows no new phase has to wait yet, in ms; 0 or less means: now. */
export function pause(paint: Pick<Paint, 'at' | 'streak'>, quiet: boolean, now: Millis): Millis {
  const gap = paint.streak < BRISK_UPDATES || quiet ? BRISK : CALM;
  return paint.at + gap - now;
}
