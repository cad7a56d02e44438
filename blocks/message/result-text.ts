import type { PublicRevealed } from '../../src/game/public-session.ts';
import type { Translate } from '../language/translate.ts';
import { bytesOf, type Limits } from '../text/budget.ts';
import { cardText, cut, mention, mentions, within } from '../text/mrkdwn.ts';
import { anonymity, laterRound, positionHeading } from './heading.ts';
import { movesText } from './moves.ts';
import { asSentence } from './numbers.ts';
import { reasonsText } from './reasons.ts';
import { type Tallied, tallied } from './tallied.ts';
import { earlierText } from './voting-text.ts';

/** How many bytes the list of votes may take with names in it, so that the rest fits as well. */
const ROOM = 1800;
/** How many bytes all of it takes at most. Reasons get what the rest leaves. */
const ALL = 3700;
const NAMES = 3;

/** A result in words: all that notifications and screen readers get. */
export function resultText(t: Translate, session: PublicRevealed, limits: Limits): string {
  const { estimate, votes, tooFew } = session;
  const where = [
    ...positionHeading(t, session),
    ...(tooFew ? [] : [t('result.votes', { votes: votes.length })]),
    ...laterRound(t, session),
    ...anonymity(t, session),
  ];
  const before = [
    outcome(t, session, limits),
    ...votesOf(t, session, limits),
    ...movesText(t, session, limits),
  ];
  const after = [
    ...earlierText(t, session.earlier),
    t('text.sentence', { words: where.join(t('list.comma')) }),
    ...(estimate === undefined ? [] : [t('result.textEstimate', { card: cardText(estimate) })]),
    whatNext(t, session),
  ];
  const room = ALL - bytesOf([...before, ...after].join(t('list.sentence'))) - 100;
  return [...before, ...reasonsText(t, session, limits, room), ...after].join(t('list.sentence'));
}

function outcome(
  t: Translate,
  { title: whole, statistics, votes, tooFew }: PublicRevealed,
  { said }: Limits,
): string {
  const title = within(whole, said);
  if (tooFew) return t('result.textTooFew', { title });
  if (!statistics) return t('result.textNone', { title, votes: votes.length });
  const { consensus, lowest, counted } = statistics;
  return consensus
    ? t('result.textConsensus', { title, card: cardText(lowest), counted })
    : t('result.text', { title, numbers: asSentence(t, statistics) });
}

/** `13: Cy; 5: Ada, Dee; 3: Bo.`, or numbers if the vote is anonymous or there are too many names. */
function votesOf(t: Translate, session: PublicRevealed, { names, card }: Limits): string[] {
  const cards = tallied(session);
  if (cards.length === 0) return [];
  const list = (chosenBy: (row: Tallied) => string) =>
    cards
      .map((row) => t('result.textCard', { card: cardText(cut(row.card, card)), votes: chosenBy(row) }))
      .join(t('list.semicolon'));
  const named = list(({ voters }) => mentions(t, voters, t('list.comma'), Math.min(NAMES, names)));
  const isTold = !session.anonymous && names > 0 && bytesOf(named) <= ROOM;
  return [t('text.sentence', { words: isTold ? named : list((row) => countOf(t, row)) })];
}

/** `2 votes`, `2 votes (was 1)`. */
function countOf(t: Translate, { votes, before = votes }: Tallied): string {
  const words = t('result.votes', { votes });
  return before === votes ? words : t('result.was', { votes: words, before });
}

/** Who may do what now. */
function whatNext(t: Translate, { creatorId, estimate, position, stories }: PublicRevealed): string {
  const host = mention(creatorId);
  if (estimate === undefined) return t('result.textRecord', { host });
  return t(position < stories ? 'result.textGoOn' : 'result.textEnd', { host });
}
