import { type PublicSession, phaseOf } from '../game/public-session.ts';
import { isPosted, type PostedSession } from '../game/session.ts';
import { readBoard } from '../play/board.ts';
import { freezeAll } from '../play/freeze.ts';
import { admit } from '../play/presence.ts';
import { isMendedByToken } from '../ports/chat.ts';
import { hashOf } from '../ports/hash.ts';
import type { PublishDeps } from './deps.ts';
import { expireInTime, putOff, scheduleLook, warn } from './expire.ts';
import { keepTime, scheduleDeadline } from './keep-time.ts';
import { isShown, type Picture } from './picture.ts';
import { putRight } from './put-right.ts';

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
    if (!isPosted(session)) return undefined;
    if (isMendedByToken(session.message.detached)) {
      await store.attach(sessionId);
      continue;
    }
    if (changes < MOST_CHANGES && (await putRight(deps, session))) continue;
    const { board, newVoters } = await readBoard(store, session);
    await admit(store, session, newVoters);
    if (changes < MOST_CHANGES && (await keepTime(deps, session, board))) continue;
    if (changes < MOST_CHANGES && (await putOff(deps, session))) continue;
    await warn(deps, session, board);
    const picture = draw(deps, session, board);
    const isDetached = session.message.detached !== undefined;
    const isAtRest = isDetached || isShown(picture, deps.now());
    if (changes < MOST_CHANGES && (await expireInTime(deps, session, isAtRest))) continue;
    if (!isDetached) return picture;
    // Its time goes on, though there is no message to tell of it.
    await scheduleDeadline(deps, session);
    await scheduleLook(deps, session);
    return undefined;
  }
}

function draw({ render }: PublishDeps, session: PostedSession, board: PublicSession): Picture {
  const rendering = render(board);
  return {
    session,
    rendering,
    plain: () => render(board, { plain: true }),
    hash: hashOf(rendering),
    phase: phaseOf(session),
  };
}
