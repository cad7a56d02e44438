import { withoutMentions } from '../blocks/mrkdwn.ts';
import { render } from '../blocks/render.ts';
import { readBoard } from '../src/session/board.ts';
import { sessionFor } from '../src/session/control.ts';
import { takesPart } from '../src/session/presence.ts';
import { isOver } from '../src/session/session.ts';
import type { Deps } from './deps.ts';
import { type Reply, refused, told } from './listeners.ts';
import type { MessageClick } from './payload.ts';
import { postFailure } from './start-session.ts';

/**
 * *Move to bottom*: posts the message anew and binds the session to it; the publisher turns the old one into a
 * link. A post whose `ts` is lost is adopted by the first click on it. Nobody is mentioned in the new message:
 * that would notify them all; the names come back with the update that follows.
 */
export async function moveToBottom({ store, chat, log }: Deps, click: MessageClick): Promise<Reply> {
  const session = await sessionFor(store, click.sessionId, click);
  if ('code' in session) return refused(session);
  if (isOver(session)) return refused({ code: 'session_over', status: session.status });
  const mayMove = click.userId === session.creatorId || (await takesPart(store, session, click.userId));
  if (!mayMove) return told({ kind: 'notYoursToMove' });
  if (!(await store.beginMove(session))) return told({ kind: 'beingMoved' });
  const posted = await chat.post(session.channelId, withoutMentions(render(await readBoard(store, session))));
  if (posted.ok) {
    await store.bindMessage(session, posted.value, { attended: true });
    log.info('moved', { sessionId: session.sessionId, teamId: session.teamId });
    return undefined;
  }
  if (posted.failure.kind !== 'unknown') await store.abandonMove(session.sessionId);
  return told(postFailure(posted.failure));
}
