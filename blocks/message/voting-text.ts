import type { LastOutcome, PublicVoting } from '../../src/game/public-session.ts';
import { everyoneHasVoted } from '../../src/game/round/roster.ts';
import type { Millis } from '../../src/time.ts';
import type { Translate } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { dateText } from '../text/date.ts';
import { cardText, escapeText, mention, mentions, within } from '../text/mrkdwn.ts';
import { anonymity, laterRound, positionOf } from './heading.ts';
import { roundLine } from './numbers.ts';
import { comparison } from './references.ts';

/** What is said of the story before is not what the message is about. */
const LAST_SAID = 100;

/** A running vote in words: all that notifications and screen readers get. */
export function votingText(t: Translate, session: PublicVoting, limits: Limits): string {
  return [
    stateOf(t, session, limits),
    ...watchingText(t, session.watching),
    ...revealOf(t, session),
    ...openUntil(t, session),
    ...earlierText(t, session.earlier),
    ...lastText(t, session.last, limits),
    ...comparison(t, session).map((words) => t('text.sentence', { words: escapeText(words) })),
  ].join(t('list.sentence'));
}

function stateOf(t: Translate, session: PublicVoting, { said }: Limits): string {
  const { voted, awaited } = session;
  const where = [...positionOf(t, session), ...laterRound(t, session), ...anonymity(t, session)];
  const what = [t('voting.text', { title: within(session.title, said) }), ...where].join(t('list.comma'));
  if (everyoneHasVoted(session)) return t('voting.textAll', { what, voted: voted.length });
  const state = voted.length === 0 ? t('voting.noVotes') : countOf(t, session);
  if (awaited.length === 0) return t('voting.textState', { what, state });
  return t('voting.textWaiting', { what, state, names: mentions(t, awaited, t('list.comma')) });
}

/** `2 of 4 voted`. */
export function countOf(t: Translate, { voted, awaited }: Pick<PublicVoting, 'voted' | 'awaited'>): string {
  const all = voted.length + awaited.length;
  return awaited.length === 0
    ? t('voting.count', { voted: voted.length })
    : t('voting.countOf', { voted: voted.length, all });
}

/** Where it is not known who is to vote, auto-reveal waits for the host. */
export const revealsByItself = ({ autoReveal, rosterKnown }: PublicVoting): boolean =>
  autoReveal && rosterKnown;

/** As long as nothing reveals an anonymous round, though somebody has voted. */
export const isTooFew = ({ anonymous, voted, fewest }: PublicVoting): boolean =>
  anonymous && voted.length < fewest;

/** Who or what reveals. Nothing before the first vote, because the first post mentions nobody. */
function revealOf(t: Translate, session: PublicVoting): string[] {
  const { voted, revealing, anyoneReveals, creatorId } = session;
  if (revealing) return [t('voting.textRevealing')];
  if (revealsByItself(session)) return [t('voting.textByItself')];
  if (voted.length === 0) return [];
  const tooFew = isTooFew(session) ? [t('voting.textTooFew')] : [];
  return [
    ...tooFew,
    anyoneReveals ? t('voting.textAnyone') : t('voting.textHost', { host: mention(creatorId) }),
  ];
}

export function watchingText(t: Translate, watching: readonly string[]): string[] {
  if (watching.length === 0) return [];
  return [t('text.watching', { names: mentions(t, watching, t('list.comma')) })];
}

/** What came out of the round before: `Round 1: 3–8, median 5.` */
export function earlierText(t: Translate, earlier: PublicVoting['earlier']): string[] {
  return earlier
    .slice(-1)
    .map(({ round, statistics }) => t('text.sentence', { words: roundLine(t, round, statistics) }));
}

function lastText(t: Translate, last: LastOutcome | undefined, { said }: Limits): string[] {
  if (!last) return [];
  const title = within(last.title, Math.min(said, LAST_SAID)) || t('title.none');
  return [t('voting.textLast', { title, outcome: outcomeOf(t, last) })];
}

/** `5 · 3–8`: the estimate, and how far the cards lay apart. */
export function outcomeOf(t: Translate, { estimate, statistics }: LastOutcome): string {
  const card = estimate === undefined ? t('summary.noEstimate') : cardText(estimate);
  if (!statistics || statistics.lowest === statistics.highest) return card;
  return `${card} · ${cardText(statistics.lowest)}–${cardText(statistics.highest)}`;
}

/** Until when votes are taken. */
export function openUntil(t: Translate, { deadlineAt }: { deadlineAt?: Millis }): string[] {
  return deadlineAt === undefined ? [] : [t('text.until', { date: dateText(t, deadlineAt) })];
}
