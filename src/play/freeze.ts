import type { Reason } from '../game/round/reason.ts';
import { type RoundRef, roundKey } from '../game/round/round.ts';
import { newVoters, tally } from '../game/round/tally.ts';
import type { CountedVote, Result } from '../game/round/vote.ts';
import type { Session } from '../game/session.ts';
import type { Store } from '../ports/store.ts';

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
  const result = { story: of.story, round: of.round, votes };
  const stored = (await store.createResult(session, result))
    ? result
    : ((await store.result(session.sessionId, of)) ?? result);
  // Whoever joined by tapping a card stays in, though no publisher saw the round while it was open.
  await Promise.all(
    newVoters(session, participants, slots).map((voter) => store.writeParticipant(session, voter)),
  );
  await store.markFrozen(session.sessionId, roundKey(of));
  return stored;
}

/** A reason counts with the card that it was given for. */
function withReason(vote: CountedVote, reasons: readonly Reason[]): CountedVote {
  const reason = reasons.find(({ userId, card }) => userId === vote.userId && card === vote.card);
  return reason ? { ...vote, reason: reason.text } : vote;
}
