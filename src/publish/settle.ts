import { phaseOf } from '../game/public-session.ts';
import { isPosted } from '../game/session.ts';
import { readBoard } from '../play/board.ts';
import { freezeAll } from '../play/freeze.ts';
import { admit } from '../play/presence.ts';
import { hashOf } from '../ports/hash.ts';
import type { PublishDeps } from './deps.ts';
import { keepTime } from './keep-time.ts';
import type { Picture } from './picture.ts';

/** After this many changes in one go, somebody else is at it too: what there is by then is shown. */
const MOST_CHANGES = 3;

/**
 * Writes what follows from the state and the clock (freezes what is revealed, admits new voters, does what is due),
 * then draws what is to be shown; `undefined` if there is nothing to show it on. What is due changes the session at
 * most twice: a countdown begins, and a round is revealed.
 */
export async function settle(deps: PublishDeps, sessionId: string): Promise<Picture | undefined> {
  const { store } = deps;
  for (let changes = 0; ; changes++) {
    const session = await store.session(sessionId);
    if (!session) return undefined;
    await freezeAll(store, session);
    if (!isPosted(session) || session.message.detached !== undefined) return undefined;
    const { board, newVoters } = await readBoard(store, session);
    await admit(store, session, newVoters);
    if (changes < MOST_CHANGES && (await keepTime(deps, session, board))) continue;
    const rendering = deps.render(board);
    return {
      session,
      rendering,
      plain: () => deps.render(board, { plain: true }),
      hash: hashOf(rendering),
      phase: phaseOf(session),
    };
  }
}
