import { DAY, HOUR, MINUTE, type Millis } from '../../src/time.ts';
import type { Translate } from '../language/translate.ts';

/** `4 min`, `2 h`, `3 days`: no more exact than people need. */
export function durationText(t: Translate, ms: Millis): string {
  if (ms < 1.5 * HOUR) return t('summary.minutes', { minutes: Math.round(ms / MINUTE) });
  if (ms < 1.5 * DAY) return t('summary.hours', { hours: Math.round(ms / HOUR) });
  return t('summary.days', { days: Math.round(ms / DAY) });
}
