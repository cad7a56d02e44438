import { isObject } from '../../stand-ins/slack/blockkit/json.ts';

/** All strings at a path's end that says what people read, by how Slack reads them. */
export interface Texts {
  /** Interpreted by Slack. */
  mrkdwn: string[];
  /** Shown as they are. */
  literal: string[];
}

/** The texts of a message's or a view's blocks. */
export function textsIn(payload: unknown): Texts {
  const texts: Texts = { mrkdwn: [], literal: [] };
  collect(payload, texts);
  return texts;
}

function collect(value: unknown, texts: Texts): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, texts);
  } else if (isObject(value)) {
    if (typeof value.text === 'string')
      (value.type === 'mrkdwn' ? texts.mrkdwn : texts.literal).push(value.text);
    if (value.type === 'emoji') texts.literal.push(`:${value.name}:`);
    for (const inner of Object.values(value)) collect(inner, texts);
  }
}

/** What Slack shows of an escaped text. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A deadline, as we write it. */
const DATE = /<!date\^\d{10}\^\u200b\{date_num\}[^<>{}|^]*\{time\}\|\d{4}-\d\d-\d\d \d\d:\d\d UTC>/g;

/**
 * What in a text of ours would come alive, or be swallowed: anything in angle brackets that is no mention of
 * a person and no deadline, and ampersands that are no escape.
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function liveParts(text: string): string[] {
  const ours = text.replaceAll(/<@U[A-Z0-9]+>/g, '').replaceAll(DATE, '');
  return ours.match(/[<>]|&(?!(amp|lt|gt);)/g) ?? [];
}
