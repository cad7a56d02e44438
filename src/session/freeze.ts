import type { Store } from '../store/store.ts';
import { type Result, type RoundRef, roundKey, type Session } from './session.ts';
import { tally } from './tally.ts';

/**
 * Freezes the votes of a revealed round into its result, or finds that somebody else has. Whoever needs the
 * result calls it, as often as they like: the first one to store it wins, and all get that one.
 * The session must have been read after the reveal, and the slots are read here, afresh: slots that were read
 * earlier may lack a vote whose voter has been told that it counts.
 */
export async function freeze(store: Store, session: Session, of: RoundRef): Promise<Result> {
  const slots = await store.slots(session.sessionId, of);
  const result = { story: of.story, round: of.round, votes: tally(session, slots) };
  const stored = (await store.createResult(session, result))
    ? result
    : ((await store.result(session.sessionId, of)) ?? result);
  await store.markFrozen(session.sessionId, roundKey(of));
  return stored;
}
