import type { PrivateLine } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';
import { escapeText } from '../text/mrkdwn.ts';
import { line } from './line.ts';

/**
 * Why `/groom` could not post, by Slack's error. https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
export function postRefusedText(error: string, t: Translate): string {
  switch (error) {
    case 'not_in_channel':
    case 'channel_not_found':
    case 'is_archived':
    case 'ratelimited':
      return t(`post.${error}`);
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
      return t('post.restricted');
    default:
      return t('post.other', { error: escapeText(error) });
  }
}

/** Tells a creator that their message can't be updated any more, and why. */
export function farewellLine(error: string, title: string, t: Translate): PrivateLine {
  const values = { title: { title }, error };
  switch (error) {
    case 'message_not_found':
      return line(t.parts('farewell.deleted', values), t);
    case 'is_archived':
    case 'is_inactive':
      return line(t.parts('farewell.archived', values), t);
    case 'not_in_channel':
    case 'channel_not_found':
      return line(t.parts('farewell.removed', values), t);
    default:
      return line(t.parts('farewell.other', values), t);
  }
}
