import type { Session } from '../../../src/game/session.ts';
import type { Expected } from '../people/creator.ts';
import type { Place } from '../place.ts';
import type { RoughWorkspace } from '../rough-workspace.ts';
import { checkCreator } from './creator.ts';
import { checkMessages } from './messages.ts';
import { checkVotes } from './votes.ts';

/** What must be true of a place once its faults are over and its queue is empty; answers with what is not. */
export async function checkPlace(
  workspace: RoughWorkspace,
  place: Place,
  expected: Expected,
): Promise<string[]> {
  const { store } = workspace;
  const problems = await checkMessages(workspace, place);
  for (const [key, writes] of place.resultWrites) {
    if (writes > 1) problems.push(`the result ${key} was stored ${writes} times`);
  }
  for (const sessionId of place.sessions) {
    const session = await store.session(sessionId);
    // A `/groom` that failed before it had written anything.
    if (!session) continue;
    const results = await store.results(sessionId);
    const taps = place.taps.filter((tap) => tap.sessionId === sessionId);
    problems.push(...checkStored(session), ...(await checkVotes(workspace, session, results, taps)));
    if (taps.length > 0) problems.push(...checkCreator(session, results, expected));
  }
  return problems;
}

function checkStored({ unfrozen, message: { detached }, published: { paint } }: Session): string[] {
  const problems: string[] = [];
  if (unfrozen.length > 0) problems.push(`still to be frozen: ${unfrozen.join(', ')}`);
  if (paint.painting) problems.push('nobody knows what the message shows');
  if (detached) problems.push(`detached: ${detached}`);
  return problems;
}
