import type { RichTextElement } from '@slack/types';
import { type Millis, SECOND } from '../../src/time.ts';
import type { Translate } from '../language/translate.ts';

/**
 * Slack begins a date with a capital letter, `Today`, unless something stands before it, such as this invisible
 * space.
 */
const WITHIN_A_SENTENCE = '\u200b';

/**
 * `today at 5:00 PM`: Slack shows it in the time zone and language of whoever reads it, in mrkdwn and in the
 * top-level text. Whatever doesn't know this form shows the time in UTC.
 * https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export const dateText = (t: Translate, at: Millis): string =>
  `<!date^${timestamp(at)}^${WITHIN_A_SENTENCE}${dayAndTime(t)}|${utcMinute(at)}>`;

/** The same within rich text. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const dateElement = (t: Translate, at: Millis): RichTextElement => ({
  type: 'date',
  timestamp: timestamp(at),
  format: dayAndTime(t),
  fallback: utcMinute(at),
});

/** The day alone. */
export const dayElement = (at: Millis): RichTextElement => ({
  type: 'date',
  timestamp: timestamp(at),
  format: '{date_short_pretty}',
  fallback: new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length),
});

const dayAndTime = (t: Translate): string => t('date.format', { day: '{date_num}', time: '{time}' });
const timestamp = (at: Millis): number => Math.floor(at / SECOND);
const utcMinute = (at: Millis): string =>
  `${new Date(at).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`;
