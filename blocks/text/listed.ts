import type { Translate } from '../language/translate.ts';

/** How long a list may get in a message's top-level text, for which Slack takes about 4000 characters. */
const LIST = 3400;

/** `Add SSO login 5, Audit log 8`: as many as fit into `room` characters, and how many more there are. */
export function listed(t: Translate, items: readonly string[], room = LIST): string {
  const comma = t('list.comma');
  const fitting = items.filter((_, index) => items.slice(0, index + 1).join(comma).length <= room);
  const stories = fitting.join(comma);
  const more = items.length - fitting.length;
  return more > 0 ? t('stories.more', { stories, more }) : stories;
}
