import type { SectionBlock } from '@slack/types';
import type { PublicRevealed } from '../../src/game/public-session.ts';
import type { Translate } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { padCard, widestOf } from '../text/card-width.ts';
import { cardText, cut, mentions } from '../text/mrkdwn.ts';
import { type Tallied, tallied } from './tallied.ts';

/** Longer bars are drawn to scale. */
const LONGEST_BAR = 16;
/** Slack's limit for a section's text. https://docs.slack.dev/reference/block-kit/blocks/section-block */
const ROOM = 3000;
/** How many names a row may list: as many as leave the whole short enough. */
const NAMES_IN_A_ROW = [8, 5, 3, 2, 1];

/**
 * A row for every card that was played, with a bar and the names, or with a number if the vote is anonymous or too
 * large.
 */
export function bars(t: Translate, session: PublicRevealed, limits: Limits): SectionBlock[] {
  const cards = tallied(session).map((row) => ({ ...row, card: cut(row.card, limits.card) }));
  if (cards.length === 0) return [];
  const width = widestOf(cards.map(({ card }) => card));
  const unit = Math.max(1, Math.max(...cards.map(({ votes }) => votes)) / LONGEST_BAR);
  const rows = (nameOf: (row: Tallied) => string) =>
    cards
      .map((row) => `\`${cardText(padCard(row.card, width))}\` ${barOf(row, unit)} ${nameOf(row)}`)
      .join('\n');
  const named = session.anonymous
    ? []
    : NAMES_IN_A_ROW.filter((most) => most <= limits.names).map((most) =>
        rows(({ voters }) => mentions(t, voters, ' ', most)),
      );
  const text = named.find(({ length }) => length <= ROOM) ?? rows((row) => countOf(t, row));
  return [{ type: 'section', block_id: 'bars', expand: true, text: { type: 'mrkdwn', text } }];
}

/** Cards such as `?` have no bar. */
function barOf({ counts, votes }: Tallied, unit: number): string {
  return counts && votes > 0 ? `${'█'.repeat(Math.max(1, Math.round(votes / unit)))} ` : '';
}

/** `2`, `2 (was 1)`. */
function countOf(t: Translate, { votes, before = votes }: Tallied): string {
  return before === votes ? String(votes) : t('result.was', { votes, before });
}
