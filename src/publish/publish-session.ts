import { readBoard } from '../session/board.ts';
import { freeze } from '../session/freeze.ts';
import { type PublicSession, phaseOf } from '../session/public-session.ts';
import { parseRoundKey, type Session } from '../session/session.ts';
import { type Failure, failureText, isTerminal, type Rendering } from '../slack/chat.ts';
import { type Millis, SECOND } from '../time.ts';
import { archive } from './archive.ts';
import { brushFor } from './brush.ts';
import type { PublishDeps } from './deps.ts';
import { hashOf } from './hash.ts';
import { keepTime } from './keep-time.ts';
import { pause, QUIET, STEP, STREAK_GAP } from './pacing.ts';

/** A call that timed out may land this late and paint an old picture over ours: paint again then. */
const LATE_CALL: Millis = 15 * SECOND;
/** Whoever loses so many races in one look shows what there is; another look is under way anyway. */
const MOST_CHANGES = 3;
/** How soon a failed attempt is made again. */
const RETRY: Millis = 1 * SECOND;

export type PublishOutcome =
  | { kind: 'unchanged' }
  | { kind: 'painted'; teamId: string }
  /** There is nothing to paint on: expired, not posted yet, or detached. */
  | { kind: 'nothing' }
  /** Try again after `delay` ms, with a fresh look: `why` is for the log. */
  | { kind: 'again'; delay: Millis; why: string; cause: Cause };

/** Another publisher and Slack's rate limits are part of normal operation; only failures are worth an alarm. */
type Cause = 'race' | 'rate_limit' | 'failure';

/** What is known of why the publisher was called. */
export interface Occasion {
  /** Another publisher may have been at it. */
  redelivered?: boolean;
  /** Of the click. */
  responseUrl?: string | undefined;
}

/** A rendering of the state as it was read just now. */
interface Picture {
  session: Session & { messageTs: string };
  rendering: Rendering;
  hash: string;
  phase: string;
}

/**
 * Makes the channel message of a session match its state. Level-triggered: it does not matter why, how often
 * or in which order it is called; what it shows is what it reads. One publisher per session at a time is the
 * rule (the queue sees to it), not a precondition: where a job is `redelivered`, there may be two.
 */
export async function publishSession(
  deps: PublishDeps,
  sessionId: string,
  { redelivered = false, responseUrl }: Occasion = {},
): Promise<PublishOutcome> {
  const seen = await look(deps, sessionId);
  if (!seen) return { kind: 'nothing' };
  const first = await withAnswer(deps, seen, responseUrl);
  const outcome = await show(deps, first, redelivered);
  // Afterwards: a result does not wait for the history.
  if (outcome.kind === 'painted' || outcome.kind === 'unchanged') await archive(deps, first.session);
  return outcome;
}

/** An unattended message is painted through the newest click's response_url, which is kept for later changes. */
async function withAnswer(
  { store, now }: PublishDeps,
  picture: Picture,
  url: string | undefined,
): Promise<Picture> {
  const { session } = picture;
  if (!session.unattended || url === undefined || session.answer?.url === url) return picture;
  const answer = { url, at: now(), uses: 0 };
  await store.keepAnswer(session.sessionId, answer);
  return { ...picture, session: { ...session, answer } };
}

/** Brings the message up to date, in its own time. */
async function show(deps: PublishDeps, first: Picture, redelivered: boolean): Promise<PublishOutcome> {
  const retired = await retireFormer(deps, first.session);
  if (retired) return retired;
  const picture = isShown(first, deps.now()) ? first : await pace(deps, first);
  if (!picture) return { kind: 'nothing' };
  if (!isShown(picture, deps.now())) return paint(deps, picture);
  return redelivered ? confirm(deps, picture.session) : { kind: 'unchanged' };
}

/**
 * Nothing to paint, but whoever received the job before may still be about to paint what they read then. That
 * they will not: their paint number is taken.
 */
async function confirm({ store }: PublishDeps, session: Session): Promise<PublishOutcome> {
  const { sessionId, paint } = session;
  const begun = await store.beginPaint(session, paint);
  const ended =
    begun && (await store.endPaint(sessionId, paint.number + 1, { ...paint, ...keptUntil(session) }));
  return ended ? { kind: 'unchanged' } : again('race', 'another publisher has begun');
}

/**
 * Reads, does what is due, and renders. Freezes first what is revealed: only stored results are ever shown. What is
 * due changes the session at most twice: a countdown begins, and a round is revealed.
 */
async function look(deps: PublishDeps, sessionId: string): Promise<Picture | undefined> {
  for (let changes = 0; ; changes++) {
    const session = await deps.store.session(sessionId);
    if (!session) return undefined;
    for (const key of session.unfrozen) await freeze(deps.store, session, parseRoundKey(key));
    const { messageTs } = session;
    if (messageTs === undefined || session.detached !== undefined) return undefined;
    const board: PublicSession = await readBoard(deps.store, session);
    if (changes < MOST_CHANGES && (await keepTime(deps, session, board))) continue;
    const rendering = deps.render(board);
    return {
      session: { ...session, messageTs },
      rendering,
      hash: hashOf(rendering),
      phase: phaseOf(session),
    };
  }
}

function isShown({ session: { paint }, hash }: Picture, now: Millis): boolean {
  const due = paint.againAt !== undefined && now >= paint.againAt;
  return !paint.painting && !due && paint.hash === hash;
}

/**
 * Waits until Slack may be bothered again, looking afresh several times a second: a new phase, such as a
 * reveal, never waits, and a burst that has come to rest is shown at once.
 */
async function pace(deps: PublishDeps, first: Picture): Promise<Picture | undefined> {
  let picture = first;
  let changedAt = deps.now();
  for (;;) {
    const { session, phase, hash } = picture;
    const now = deps.now();
    const quietIn = changedAt + QUIET - now;
    const wait = session.paint.phase === phase ? pause(session.paint, quietIn <= 0, now) : 0;
    if (wait <= 0) return picture;
    await deps.sleep(Math.min(wait, STEP, quietIn > 0 ? quietIn : STEP));
    const next = await look(deps, session.sessionId);
    if (!next || isShown(next, deps.now())) return next;
    if (next.hash !== hash) changedAt = deps.now();
    picture = next;
  }
}

/** Updates the message. The paint number says whose picture is the last one; see ARCHITECTURE.md. */
async function paint(
  deps: PublishDeps,
  { session, rendering, hash, phase }: Picture,
): Promise<PublishOutcome> {
  const { store, chat, now } = deps;
  const before = session.paint;
  const at = now();
  const streak = at - before.at <= STREAK_GAP ? before.streak + 1 : 1;
  const brush = brushFor(session, at);
  if (!brush) return { kind: 'nothing' };
  const begun = await store.beginPaint(session, { at, streak, ...brush.takes });
  if (!begun) return again('race', 'another publisher has begun');
  const number = before.number + 1;
  const update = await brush.paint(chat, rendering);
  if (update.ok) {
    const againAt = await planRepaint(deps, session);
    const shown = { hash, phase, ...keptUntil(session), ...(againAt !== undefined && { againAt }) };
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
  if (session.unattended && failure.kind === 'refused') return { kind: 'nothing' };
  if (!isTerminal(failure)) return afterFailure(failure);
  return detach(deps, session, failureText(failure));
}

const keptUntil = ({ deadlineAt }: Session) => (deadlineAt === undefined ? {} : { keepUntil: deadlineAt });

/** After a paint whose predecessor may still land at Slack, plans another one. */
async function planRepaint({ queue, now }: PublishDeps, session: Session): Promise<Millis | undefined> {
  const { sessionId, teamId, paint } = session;
  const { painting, againAt } = paint;
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
  const { store, chat, log, metrics } = deps;
  const { sessionId, teamId } = session;
  if (session.farewell !== error) {
    const title = (await store.story(sessionId, session.story))?.title ?? '';
    const { creatorId, channelId } = session;
    const reader = { teamId, userId: creatorId, channelId, sessionId };
    const farewell = await deps.tell({ kind: 'farewell', error, title }, reader);
    const told = await chat.postDirect(creatorId, farewell);
    if (!told.ok && told.failure.kind !== 'refused') return afterFailure(told.failure);
    if (!told.ok) log.warn('creator not told', { sessionId, teamId, reason: failureText(told.failure) });
  }
  if (await store.detach(sessionId, error)) {
    metrics.count('Detached');
    log.warn('detached', { sessionId, teamId, error });
  }
  return { kind: 'nothing' };
}

/** Turns messages that *Move to bottom* has replaced into a line that links to the current one. */
async function retireFormer(
  deps: PublishDeps,
  session: Picture['session'],
): Promise<PublishOutcome | undefined> {
  const { chat, store } = deps;
  for (const messageTs of session.retiring) {
    const link = await chat.permalink(session.channelId, session.messageTs);
    const update = await chat.update(
      session.channelId,
      messageTs,
      deps.moved(link.ok ? link.value : undefined, session.language),
    );
    if (!update.ok && !isTerminal(update.failure)) return afterFailure(update.failure);
    // An earlier update may still land on it and undo this: it is retired once more, with the repaint.
    const isFinal = !update.ok || !mayStillLand(session, deps.now());
    if (isFinal) await store.markRetired(session.sessionId, messageTs);
  }
  return undefined;
}

/** Whether an update may be under way whose outcome is unknown. */
function mayStillLand({ paint: { painting, againAt } }: Session, now: Millis): boolean {
  return painting || (againAt !== undefined && againAt > now);
}

function afterFailure(failure: Failure): PublishOutcome {
  return failure.kind === 'rate_limited'
    ? again('rate_limit', failureText(failure), failure.retryAfter)
    : again('failure', failureText(failure));
}

function again(cause: Cause, why: string, delay = RETRY): PublishOutcome {
  return { kind: 'again', cause, why, delay };
}
