import type { Store } from '../store/store.ts';
import { type Result, type RoundRef, roundKey, type Session } from './session.ts';
import { newVoters, tally } from './tally.ts';

/**
 * Freezes the votes of a revealed round into its result, or finds that somebody else has. Whoever needs the
 * result calls it, as often as they like: the first one to store it wins, and all get that one.
 * The session must have been read after the reveal, and the slots are read here, afresh: slots that were read
 * earlier may lack a vote whose voter has been told that it counts.
 */
export async function freeze(store: Store, session: Session, of: RoundRef): Promise<Result> {
  const [slots, participants] = await Promise.all([
    store.slots(session.sessionId, of),
    store.participants(session.sessionId),
  ]);
  const result = { story: of.story, round: of.round, votes: tally(session, slots) };
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
