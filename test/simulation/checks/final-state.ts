import type { Result } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import type { World } from '../world.ts';

/** What the store holds in the end, of one session. */
export interface FinalState {
  session: Session;
  results: Result[];
}

export async function finalStates({ store, history }: World): Promise<FinalState[]> {
  const states: FinalState[] = [];
  for (const { sessionId } of history.sessions) {
    const session = await store.session(sessionId);
    if (session) states.push({ session, results: await store.results(sessionId) });
  }
  return states;
}
