import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { PublicRevealed, PublicVote } from '../src/session/public-session.ts';
import { padCard, widestOf } from './card-width.ts';
import type { Translate } from './language/translate.ts';
import { isolated } from './mrkdwn.ts';
import { tallied } from './tallied.ts';

/** More would be a wall of text; those at the two ends of the scale are the ones to talk about. */
const MOST = 8;
/** Characters. What is kept is shorter. */
const LONGEST = 200;

/** Why people chose what they chose, in the order of the bars. Literal: people typed it. */
export function reasonsBlock(t: Translate, session: PublicRevealed): RichTextBlock[] {
  const given = reasonsOf(session);
  if (given.length === 0) return [];
  const shown = given.length > MOST ? [...given.slice(0, MOST / 2), ...given.slice(-MOST / 2)] : given;
  const width = widestOf(shown.map(({ card }) => card));
  const more = given.length - shown.length;
  const lines = [
    ...shown.map((vote) => reasonLine(t, vote, width)),
    ...(more > 0 ? [[words(t('reasons.more', { more }))]] : []),
  ];
  const elements = lines.flatMap((line, index) => (index > 0 ? [words('\n'), ...line] : line));
  return [{ type: 'rich_text', block_id: 'reasons', elements: [{ type: 'rich_text_section', elements }] }];
}

/** Votes with a reason, highest card first. */
export function reasonsOf(session: PublicRevealed): PublicVote[] {
  const given = session.votes.flatMap((vote) => (vote.reason === undefined ? [] : [vote]));
  const shown = session.anonymous ? given.map(({ userId: _, ...vote }) => vote) : given;
  return tallied(session).flatMap(({ card }) => shown.filter((vote) => vote.card === card));
}

function reasonLine(
  t: Translate,
  { card, userId, reason = '' }: PublicVote,
  width: number,
): RichTextElement[] {
  return [
    { type: 'text', text: padCard(card, width), style: { code: true } },
    words(' '),
    ...(userId === undefined ? [] : [{ type: 'user', user_id: userId } as const, words(' ')]),
    words(t('typed', { typed: isolated(reason, LONGEST) })),
  ];
}

const words = (text: string): RichTextElement => ({ type: 'text', text });
