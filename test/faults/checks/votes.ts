import { roundKey, sameRound } from '../../../src/game/round/round.ts';
import type { Result } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import { shows } from '../people/shown.ts';
import { isOut, isVote, type Tap } from '../people/tap.ts';
import type { RoughWorkspace } from '../rough-workspace.ts';

/**
 * What somebody was told is what counts. `taps` are all that were made in the session, acknowledged or not: one
 * that was not may have taken effect all the same, and so may excuse that an older card does not stand.
 */
export async function checkVotes(
  { slack, store }: RoughWorkspace,
  session: Session,
  results: readonly Result[],
  taps: readonly Tap[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const result of results) {
    const key = roundKey(result);
    const shown = slack.sent.find(
      ({ ts, blocks }) => ts === session.message.ts && shows(blocks, 'revealed', result),
    );
    const users = result.votes.map(({ userId }) => userId);
    if (new Set(users).size < users.length) problems.push(`${key}: somebody counts twice`);
    for (const { userId, card, at } of result.votes) {
      const tap = taps.find((one) => one.userId === userId && one.at === at);
      if (tap?.card !== card || !sameRound(tap.of, result))
        problems.push(`${key}: ${userId} never chose ${card}`);
      else if (shown && tap.began > shown.at)
        problems.push(`${key}: ${userId} chose ${card} after the reveal`);
    }
  }
  for (const tap of taps.filter(isVote)) {
    const result = results.find((one) => sameRound(one, tap.of));
    const vote = result
      ? result.votes.find(({ userId }) => userId === tap.userId)
      : await store.slot(session.sessionId, tap.of, tap.userId);
    const later = taps.filter(
      (other) => other.userId === tap.userId && other.at > tap.at && (isOut(other) || sameTarget(other, tap)),
    );
    problems.push(...checkTold(tap, vote?.card, later));
    problems.push(...checkAcked(tap, vote?.card, later, firstReveal(taps, tap)));
  }
  return problems;
}

const sameTarget = (a: Tap, b: Tap): boolean => isVote(a) && sameRound(a.of, b.of);

/** What stands must be the card that the voter was told, unless they have tapped something else since. */
function checkTold(tap: Tap, card: string | undefined, later: readonly Tap[]): string[] {
  return tap.told.flatMap((line) => {
    const where = `${roundKey(tap.of)}: ${tap.userId} was told “${line}”, but ${card ?? 'nothing'} stands`;
    const counts = /^You voted \*(.+?)\* on/.exec(line)?.[1];
    if (counts !== undefined) return stands(card, counts, later) ? [] : [where];
    const final = /your \*(.+?)\* is in the result/.exec(line)?.[1];
    if (final !== undefined) return card === final ? [] : [where];
    if (/came too late/.test(line)) return card === undefined ? [] : [where];
    return [];
  });
}

/** A card that was acknowledged before anybody asked for the reveal counts, even if the line was lost. */
function checkAcked(tap: Tap, card: string | undefined, later: readonly Tap[], reveal: number): string[] {
  if (!tap.acked || tap.ended === undefined || tap.ended >= reveal || tap.card === undefined) return [];
  // The newer of two cards in quick succession stands, though the older one is acknowledged as well.
  if (stands(card, tap.card, later)) return [];
  return [
    `${roundKey(tap.of)}: ${tap.userId}'s ${tap.card} was acknowledged, but ${card ?? 'nothing'} stands`,
  ];
}

function stands(card: string | undefined, told: string, later: readonly Tap[]): boolean {
  if (card === told) return true;
  return card === undefined ? later.some(isOut) : later.some((other) => other.card === card);
}

function firstReveal(taps: readonly Tap[], { of }: Tap): number {
  const reveals = taps.filter(({ what, of: its }) => what === 'reveal' && sameRound(its, of));
  return Math.min(...reveals.map(({ began }) => began));
}
