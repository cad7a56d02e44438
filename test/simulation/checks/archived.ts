import { estimateOf } from '../../../src/game/round/estimate.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { type Violation, violation } from './violation.ts';

/** The channel's history has what was agreed on, and nothing of what was not, or was cancelled. */
export async function checkArchived(world: World, { session, results }: FinalState): Promise<Violation[]> {
  const { sessionId, message, status, story } = session;
  if (message.detached !== undefined || message.ts === undefined) return [];
  const history = await world.directory.history(session);
  const found = new Map(
    history.filter((one) => one.sessionId === sessionId).map((one) => [one.story, one.estimate]),
  );
  const stories = [...new Set(results.map((result) => result.story))];
  // What is voted on again is in the history as it was until then.
  const settled = stories.filter((one) => !(status === 'voting' && one === story));
  return settled.flatMap((number) => {
    const rounds = results.filter((result) => result.story === number);
    const agreed = status === 'cancelled' ? undefined : estimateOf(session, number, rounds);
    if (found.get(number) === agreed) return [];
    const text = `story ${number} is estimated at ${agreed}, in the history at ${found.get(number)}`;
    return [violation('the history is the state', text)];
  });
}
