import type { Notice } from '../game/notice.ts';
import { isRefusal, refuse } from '../game/refusal.ts';
import { whyNotMove } from '../game/why-not.ts';
import { readBoard } from './board.ts';
import type { Click } from './clicked-session.ts';
import { sessionFor } from './control.ts';
import type { Deps } from './deps.ts';
import { freezeAll } from './freeze.ts';
import { postBoard } from './post-board.ts';
import { takesPart } from './presence.ts';
import { postFailure } from './start-session.ts';

/**
 * *Move to bottom*: posts the message anew and binds the session to it; the publisher turns the old one into a
 * link. A post whose `ts` is lost is adopted by the first click on it. Nobody is mentioned in the new message:
 * that would notify them all; the names come back with the update that follows. Answers with what to tell whoever
 * clicked, if anything.
 */
export async function moveToBottom(deps: Deps, click: Click): Promise<Notice | undefined> {
  const { store, log } = deps;
  const session = await sessionFor(store, click.sessionId, click);
  if (isRefusal(session)) return refuse(session);
  const { userId } = click;
  const joined = userId !== session.creatorId && (await takesPart(store, session, userId));
  const no = whyNotMove(session, userId, joined);
  if (no) return refuse(no);
  if (!(await store.beginMove(session))) return refuse({ code: 'being_moved' });
  await freezeAll(store, session);
  const { board } = await readBoard(store, session);
  const { posted } = await postBoard(deps, session, board, { mentions: false });
  if (posted.ok) {
    await store.bindMessage(session, posted.value, { attended: true });
    log.info('moved', { sessionId: session.sessionId, teamId: session.teamId });
    return undefined;
  }
  if (posted.failure.kind !== 'unknown') await store.abandonMove(session.sessionId);
  return postFailure(posted.failure);
}
