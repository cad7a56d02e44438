import { type Millis, SECOND } from '../../src/time.ts';
import type { Translate } from '../language/translate.ts';

/** Slack begins a date with a capital letter, `Today`; within a sentence it must not, and does not after this. */
const WITHIN_A_SENTENCE = '\u200b';

/**
 * `today at 5:00 PM`: Slack shows it in the time zone and language of whoever reads it, in mrkdwn and in the
 * top-level text. What cannot shows it in UTC. https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function dateText(t: Translate, at: Millis): string {
  const format = t('date.format', { day: '{date_short_pretty}', time: '{time}' });
  const utc = new Date(at).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ');
  return `<!date^${Math.floor(at / SECOND)}^${WITHIN_A_SENTENCE}${format}|${utc} UTC>`;
}
