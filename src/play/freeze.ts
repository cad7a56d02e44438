import { areTooFew } from '../game/round/anonymity.ts';
import type { Reason } from '../game/round/reason.ts';
import { newVoters } from '../game/round/roster.ts';
import { parseRoundKey, type RoundRef, roundKey } from '../game/round/round.ts';
import { tally } from '../game/round/tally.ts';
import type { CountedVote, Result } from '../game/round/vote.ts';
import type { Session } from '../game/session.ts';
import type { Store } from '../ports/store.ts';
import { admit } from './presence.ts';

/** Freezes all rounds of a session that have been revealed and not yet frozen: only stored results are ever shown. */
export async function freezeAll(store: Store, session: Session): Promise<void> {
  for (const key of session.unfrozen) await freeze(store, session, parseRoundKey(key));
}

/** The result of a round, frozen first if nobody has yet; `undefined` for one that is not revealed. */
export function resultOf(store: Store, session: Session, of: RoundRef): Promise<Result | undefined> {
  return session.unfrozen.includes(roundKey(of))
    ? freeze(store, session, of)
    : store.result(session.sessionId, of);
}

/**
 * Freezes the votes of a revealed round into its result, or finds that somebody else has. Whoever needs the
 * result calls it, as often as they like: the first one to store it wins, and all get that one.
 * The session must have been read after the reveal, and the slots are read here, afresh: slots that were read
 * earlier may lack a vote whose voter has been told that it counts.
 */
export async function freeze(store: Store, session: Session, of: RoundRef): Promise<Result> {
  const [slots, participants, reasons] = await Promise.all([
    store.slots(session.sessionId, of),
    store.participants(session.sessionId),
    session.options.reasons ? store.reasons(session.sessionId, of) : [],
  ]);
  const votes = tally(session, slots).map((vote) => withReason(vote, reasons));
  const tooFew = areTooFew(session, votes.length);
  const result = { story: of.story, round: of.round, votes, ...(tooFew && { tooFew }) };
  const stored = (await store.createResult(session, result))
    ? result
    : ((await store.result(session.sessionId, of)) ?? result);
  // The publisher may not have seen this round while it was open.
  await admit(store, session, newVoters(session, participants, slots));
  await store.markFrozen(session.sessionId, roundKey(of));
  return stored;
}

/** A reason counts with the card that it was given for. */
function withReason(vote: CountedVote, reasons: readonly Reason[]): CountedVote {
  const reason = reasons.find(({ userId, card }) => userId === vote.userId && card === vote.card);
  return reason ? { ...vote, reason: reason.text } : vote;
}
