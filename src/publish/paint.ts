import type { Clocks } from '../game/clock/clocks.ts';
import { defined } from '../game/defined.ts';
import type { Session } from '../game/session.ts';
import { failureText, isTerminal } from '../ports/chat.ts';
import { type Millis, SECOND } from '../time.ts';
import { brushFor } from './brush.ts';
import type { PublishDeps } from './deps.ts';
import { afterFailure, again, type PublishOutcome } from './outcome.ts';
import { STREAK_GAP } from './pacing.ts';
import type { Picture } from './picture.ts';

/** A call that timed out may land this late and paint an old picture over ours: paint again then. */
const LATE_CALL: Millis = 15 * SECOND;

/** Updates the message. The paint number says whose picture is the last one; see ARCHITECTURE.md. */
export async function paint(
  deps: PublishDeps,
  { session, rendering, hash, phase }: Picture,
): Promise<PublishOutcome> {
  const { store, chats, now } = deps;
  const before = session.published.paint;
  const at = now();
  const streak = at - before.at <= STREAK_GAP ? before.streak + 1 : 1;
  const brush = brushFor(session, at);
  if (!brush) return { kind: 'nothing' };
  const begun = await store.beginPaint(session, { at, streak, ...brush.takes });
  if (!begun) return again('race', 'another publisher has begun');
  const number = before.number + 1;
  const update = await brush.paint(chats.for(session.teamId), rendering);
  if (update.ok) {
    const againAt = await planRepaint(deps, session);
    const shown = defined({ hash, phase, ...keptUntil(session), againAt });
    const ended = await store.endPaint(session.sessionId, number, shown);
    return ended
      ? { kind: 'painted', teamId: session.teamId }
      : again('race', 'another publisher has painted meanwhile');
  }
  const { failure } = update;
  // After an unknown outcome the session stays marked as painting, and the next publisher paints again. Otherwise
  // nothing was painted: what was shown before is shown still, if it was known.
  if (failure.kind !== 'unknown' && !before.painting) {
    await store.endPaint(session.sessionId, number, { ...before, ...keptUntil(session) });
  }
  // A response_url that is used up or too old: the next tap brings a new one.
  if (session.message.unattended && failure.kind === 'refused') return { kind: 'nothing' };
  if (!isTerminal(failure)) return afterFailure(failure);
  return detach(deps, session, failureText(failure));
}

/** What keeps a session alive until its deadline. */
export const keptUntil = ({ deadlineAt }: Clocks) =>
  deadlineAt === undefined ? {} : { keepUntil: deadlineAt };

/** After a paint whose predecessor may still land at Slack, plans another one. */
async function planRepaint({ queue, now }: PublishDeps, session: Session): Promise<Millis | undefined> {
  const { sessionId, teamId } = session;
  const { painting, againAt } = session.published.paint;
  if (!painting) return againAt !== undefined && againAt > now() ? againAt : undefined;
  const dueAt = now() + LATE_CALL;
  await queue.send([{ kind: 'timer', sessionId, teamId, dueAt }]);
  return dueAt;
}

/**
 * Slack takes no more updates of this message. Its creator is told in private, once for each reason: before it
 * is remembered, for whoever remembers first may not live to tell. (Twice at worst, if that is lost.)
 */
async function detach(deps: PublishDeps, session: Session, error: string): Promise<PublishOutcome> {
  const { store, chats, log, metrics } = deps;
  const { sessionId, teamId } = session;
  if (session.message.farewell !== error) {
    const title = (await store.story(sessionId, session.story))?.title ?? '';
    const { creatorId, channelId } = session;
    const reader = { teamId, userId: creatorId, channelId, sessionId };
    const farewell = await deps.tell({ kind: 'farewell', error, title }, reader);
    const told = await chats.for(teamId).postDirect(creatorId, farewell);
    if (!told.ok && told.failure.kind !== 'refused') return afterFailure(told.failure);
    if (!told.ok) log.warn('creator not told', { sessionId, teamId, reason: failureText(told.failure) });
  }
  if (await store.detach(sessionId, error)) {
    metrics.count('Detached');
    log.warn('detached', { sessionId, teamId, error });
  }
  return { kind: 'nothing' };
}
