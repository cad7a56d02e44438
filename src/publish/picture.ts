import { type PublicSession, phaseOf } from '../game/public-session.ts';
import { parseRoundKey } from '../game/round/round.ts';
import { isPosted, type PostedSession } from '../game/session.ts';
import { readBoard } from '../play/board.ts';
import { freeze } from '../play/freeze.ts';
import type { Rendering } from '../ports/chat.ts';
import { hashOf } from '../ports/hash.ts';
import type { Millis } from '../time.ts';
import type { PublishDeps } from './deps.ts';
import { keepTime } from './keep-time.ts';

/** A rendering of the state as it was read just now. */
export interface Picture {
  session: PostedSession;
  rendering: Rendering;
  hash: string;
  phase: string;
}

/** Whoever loses so many races in one look shows what there is; another look is under way anyway. */
const MOST_CHANGES = 3;

/**
 * Reads, does what is due, and renders. Freezes first what is revealed: only stored results are ever shown. What is
 * due changes the session at most twice: a countdown begins, and a round is revealed.
 */
export async function look(deps: PublishDeps, sessionId: string): Promise<Picture | undefined> {
  for (let changes = 0; ; changes++) {
    const session = await deps.store.session(sessionId);
    if (!session) return undefined;
    for (const key of session.unfrozen) await freeze(deps.store, session, parseRoundKey(key));
    if (!isPosted(session) || session.message.detached !== undefined) return undefined;
    const board: PublicSession = await readBoard(deps.store, session);
    if (changes < MOST_CHANGES && (await keepTime(deps, session, board))) continue;
    const rendering = deps.render(board);
    return { session, rendering, hash: hashOf(rendering), phase: phaseOf(session) };
  }
}

/** Whether the message shows this already, for all that is known. */
export function isShown({ session, hash }: Picture, now: Millis): boolean {
  const { paint } = session.published;
  const due = paint.againAt !== undefined && now >= paint.againAt;
  return !paint.painting && !due && paint.hash === hash;
}
