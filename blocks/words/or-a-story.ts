import type { Translate } from '../language/translate.ts';
import type { Words } from './words.ts';

/** What was typed may be a title that reads like a command. */
export function orAStory(typed: string | undefined, t: Translate): Words {
  if (typed === undefined) return [];
  return [t('list.sentence'), ...t.parts('typed.orAStory', { command: { typed: `/groom -- ${typed}` } })];
}
