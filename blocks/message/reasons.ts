import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { PublicRevealed, PublicVote } from '../../src/game/public-session.ts';
import type { Translate } from '../language/translate.ts';
import { bytesOf, type Limits } from '../text/budget.ts';
import { padCard, widestOf } from '../text/card-width.ts';
import { cardText, isolated, mention, mentionElement, within } from '../text/mrkdwn.ts';
import { joined, textElement, typedElements } from '../text/rich-text.ts';
import { tallied } from './tallied.ts';

/** Why people chose what they chose, in the order of the bars and as they typed it. */
export function reasonsBlock(t: Translate, session: PublicRevealed, limits: Limits): RichTextBlock[] {
  const given = reasonsOf(session);
  if (given.length === 0) return [];
  const shown = bothEnds(given, limits.reasons);
  const width = widestOf(shown.map(({ card }) => card));
  const more = given.length - shown.length;
  const lines = [
    ...shown.map((vote) => reasonLine(t, vote, width, limits.reason)),
    ...(more > 0 ? [[textElement(t('reasons.more', { more }))]] : []),
  ];
  const elements = lines.flatMap((line, index) => (index > 0 ? [textElement('\n'), ...line] : line));
  return [{ type: 'rich_text', block_id: 'reasons', elements: [{ type: 'rich_text_section', elements }] }];
}

/**
 * The same for those who hear the message: how many reasons there are, and as many as fit into `room` bytes.
 */
export function reasonsText(t: Translate, session: PublicRevealed, limits: Limits, room: number): string[] {
  const given = reasonsOf(session);
  if (given.length === 0) return [];
  const separator = t('list.semicolon');
  const told = bothEnds(given, limits.reasons).map((vote) => reasonText(t, vote, limits.reason));
  const fitting = told.filter((_, index) => bytesOf(told.slice(0, index + 1).join(separator)) <= room);
  return [
    t('result.textReasons', { reasons: given.length }),
    ...(fitting.length > 0 ? [t('text.sentence', { words: fitting.join(separator) })] : []),
  ];
}

function reasonText(t: Translate, { card, userId, reason = '' }: PublicVote, longest: number): string {
  const chosen = [cardText(card), ...(userId === undefined ? [] : [mention(userId)])].join(' ');
  const typed = t('typed', { typed: within(reason, longest) });
  return t('result.textCard', { card: chosen, votes: typed });
}

/** More would be a wall of text; those at the two ends of the scale are the ones to talk about. */
const bothEnds = (given: readonly PublicVote[], most: number): readonly PublicVote[] =>
  given.length > most ? [...given.slice(0, most / 2), ...given.slice(-most / 2)] : given;

/** Votes with a reason, highest card first. */
function reasonsOf(session: PublicRevealed): PublicVote[] {
  const given = session.votes.flatMap((vote) => (vote.reason === undefined ? [] : [vote]));
  const shown = session.anonymous ? given.map(({ userId: _, ...vote }) => vote) : given;
  return tallied(session).flatMap(({ card }) => shown.filter((vote) => vote.card === card));
}

function reasonLine(
  t: Translate,
  { card, userId, reason = '' }: PublicVote,
  width: number,
  longest: number,
): RichTextElement[] {
  return [
    { type: 'text', text: padCard(card, width), style: { code: true } },
    textElement(' '),
    ...(userId === undefined ? [] : [mentionElement(userId), textElement(' ')]),
    ...quoted(t, isolated(reason, longest)),
  ];
}

/** `“because …”`, with its emoji. */
function quoted(t: Translate, reason: string): RichTextElement[] {
  const parts = t.parts('typed', { typed: { reason } });
  return joined(
    parts.flatMap((part) => (typeof part === 'string' ? [textElement(part)] : typedElements(part.reason))),
  );
}
