import type { ContextBlock } from '@slack/types';
import type { Reference } from '../../src/game/round/references.ts';
import type { Translate } from '../language/translate.ts';
import { isolated } from '../text/mrkdwn.ts';
import { typedPlain } from '../text/rich-text.ts';

/** How much of a title is shown for comparison. */
const TITLE = 40;

/** A story that is voted on, and what it is compared with: never with itself. */
interface Compared {
  title: string;
  references: readonly Reference[];
}

/** `For comparison: Dark mode (3) · Add SSO login (5)`: as plain text, because people typed the titles. */
export function comparison(t: Translate, { references, title: own }: Compared): string[] {
  const others = references.filter(({ title }) => title !== own);
  if (others.length === 0) return [];
  const stories = others.map(({ title, card }) => `${isolated(title, TITLE) || t('title.none')} (${card})`);
  return [t('voting.comparison', { stories: stories.join(' · ') })];
}

/** The last and quietest line of a vote. */
export function referencesLine(t: Translate, compared: Compared): ContextBlock[] {
  return comparison(t, compared).map((text) => ({
    type: 'context',
    block_id: 'references',
    elements: [typedPlain(text)],
  }));
}
