import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { PublicRevealed, PublicVote } from '../../src/game/public-session.ts';
import type { Translate } from '../language/translate.ts';
import { padCard, widestOf } from '../text/card-width.ts';
import { cardText, isolated, mention, within } from '../text/mrkdwn.ts';
import { tallied } from './tallied.ts';

/** How many reasons are shown: those at both ends of the scale. More would be a wall of text. */
const MOST = 8;
/** How many characters of a reason are shown: more than may be typed today. */
const LONGEST = 200;

/** Why people chose what they chose, in the order of the bars and as they typed it. */
export function reasonsBlock(t: Translate, session: PublicRevealed): RichTextBlock[] {
  const given = reasonsOf(session);
  if (given.length === 0) return [];
  const shown = bothEnds(given);
  const width = widestOf(shown.map(({ card }) => card));
  const more = given.length - shown.length;
  const lines = [
    ...shown.map((vote) => reasonLine(t, vote, width)),
    ...(more > 0 ? [[words(t('reasons.more', { more }))]] : []),
  ];
  const elements = lines.flatMap((line, index) => (index > 0 ? [words('\n'), ...line] : line));
  return [{ type: 'rich_text', block_id: 'reasons', elements: [{ type: 'rich_text_section', elements }] }];
}

/**
 * The same for those who hear the message: how many reasons there are, and as many as fit into `room` characters.
 */
export function reasonsText(t: Translate, session: PublicRevealed, room: number): string[] {
  const given = reasonsOf(session);
  if (given.length === 0) return [];
  const separator = t('list.semicolon');
  const told = bothEnds(given).map((vote) => reasonText(t, vote));
  const fitting = told.filter((_, index) => told.slice(0, index + 1).join(separator).length <= room);
  return [
    t('result.textReasons', { reasons: given.length }),
    ...(fitting.length > 0 ? [t('text.sentence', { words: fitting.join(separator) })] : []),
  ];
}

function reasonText(t: Translate, { card, userId, reason = '' }: PublicVote): string {
  const chosen = [cardText(card), ...(userId === undefined ? [] : [mention(userId)])].join(' ');
  const typed = t('typed', { typed: within(reason, LONGEST) });
  return t('result.textCard', { card: chosen, votes: typed });
}

const bothEnds = (given: readonly PublicVote[]): readonly PublicVote[] =>
  given.length > MOST ? [...given.slice(0, MOST / 2), ...given.slice(-MOST / 2)] : given;

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
): RichTextElement[] {
  return [
    { type: 'text', text: padCard(card, width), style: { code: true } },
    words(' '),
    ...(userId === undefined ? [] : [{ type: 'user', user_id: userId } as const, words(' ')]),
    words(t('typed', { typed: isolated(reason, LONGEST) })),
  ];
}

const words = (text: string): RichTextElement => ({ type: 'text', text });
