import { defined } from '../game/defined.ts';
import type { Trouble } from '../game/published.ts';
import type { Session } from '../game/session.ts';
import { wholeOrPlain } from '../play/whole-or-plain.ts';
import {
  type Chat,
  type Failure,
  failureText,
  isFinal,
  isOutside,
  type Outcome,
  type Rendering,
} from '../ports/chat.ts';
import { type Millis, SECOND } from '../time.ts';
import { type Brush, brushFor, mayPaintThrough } from './brush.ts';
import type { PublishDeps } from './deps.ts';
import { detach } from './detach.ts';
import { type PublishOutcome, tryAgain } from './outcome.ts';
import { STREAK_GAP } from './pacing.ts';
import { begun, nextTry, overcome } from './patience.ts';
import { isNewPhase, type Picture } from './picture.ts';

/** A call that timed out may land this late and paint an old picture over ours: paint again then. */
const LATE_CALL: Millis = 15 * SECOND;
/** What could not be shown through a click waits as long. */
const THROUGH_PAUSE: Millis = 3 * SECOND;

/**
 * Updates the message. The paint number says whose picture is the last one; see ARCHITECTURE.md. `responseUrl`: that of
 * the tap behind it, which shows it even where the app has been removed from the channel.
 */
export async function paint(
  deps: PublishDeps,
  picture: Picture,
  responseUrl?: string,
): Promise<PublishOutcome> {
  const { session, hash, phase } = picture;
  const { store, chats, now } = deps;
  const { paint: before, trouble } = session.published;
  const at = now();
  const streak = at - before.at <= STREAK_GAP ? before.streak + 1 : 1;
  const brush = brushFor(picture, at);
  if (!brush) return { kind: 'nothing' };
  const tried = begun(trouble, at);
  if (!(await store.beginPaint(session, { at, streak, trouble: tried, ...brush.takes })))
    return tryAgain('race', 'another publisher has begun');
  const number = before.number + 1;
  const { update, refused } = await offer(deps, chats.for(session.teamId), brush, picture);
  const attempt = { number, tried: defined({ ...tried, refused }) };
  if (!update.ok && isOutside(update.failure) && responseUrl !== undefined)
    return showThrough(deps, picture, attempt, { responseUrl, failure: update.failure });
  if (!update.ok && picture.isThrough) return notThrough(deps, session, attempt, update.failure);
  if (!update.ok) {
    const failure = await inTurn(deps, picture, at, update.failure);
    const isWayOut = failure.kind === 'rate_limited' && mayPaintThrough(deps, picture);
    if (isWayOut) return paint(deps, throughClick(picture, number));
    return failed(deps, session, attempt, failure);
  }
  const againAt = await planRepaint(deps, picture);
  const left = overcome(session, refused);
  const shown = defined({ hash, phase, againAt, trouble: left });
  const ended = await store.endPaint(session, number, shown);
  return ended
    ? { kind: 'painted', teamId: session.teamId }
    : tryAgain('race', 'another publisher has painted meanwhile');
}

/**
 * Offers the picture to Slack; if it refuses what the picture says, now or when it was offered last, in a plain form.
 * `refused` is the hash of a picture that was refused, which then counts as what is shown.
 */
async function offer(
  deps: PublishDeps,
  chat: Chat,
  brush: Brush,
  { session, rendering, plain, hash }: Picture,
): Promise<{ update: Outcome; refused?: string }> {
  const { published, sessionId, teamId } = session;
  const paint = (one: Rendering) => brush.paint(chat, one);
  if (published.trouble?.refused === hash) return { update: await paint(plain()), refused: hash };
  const { sent, isPlain } = await wholeOrPlain(
    deps,
    { sessionId, teamId, hash },
    { rendering, plain },
    paint,
  );
  return isPlain ? { update: sent, refused: hash } : { update: sent };
}

/** The same picture, for the newest click: by now the paint of this number has shown nothing. */
function throughClick(picture: Picture, number: number): Picture {
  const { session } = picture;
  const { published } = session;
  const paint = { ...published.paint, number };
  return { ...picture, isThrough: true, session: { ...session, published: { ...published, paint } } };
}

/**
 * A response_url has taken no picture. That says nothing of the message: it is painted when there is a turn for it. What
 * was not answered may land all the same, and is painted over then.
 */
async function notThrough(
  deps: PublishDeps,
  session: Session,
  attempt: Attempt,
  failure: Failure,
): Promise<PublishOutcome> {
  const limited = { kind: 'rate_limited', retryAfter: THROUGH_PAUSE } as const;
  return tryLater(deps, session, attempt, limited, failure);
}

/**
 * The app is not in the channel any more: the tap's response_url shows what is, and the next tap tries the usual way
 * first. Nothing else can change the message until then, so it is detached all the same.
 */
async function showThrough(
  deps: PublishDeps,
  { session, rendering }: Picture,
  attempt: Attempt,
  { responseUrl, failure }: { responseUrl: string; failure: Failure },
): Promise<PublishOutcome> {
  const shown = await deps.chats.for(session.teamId).replaceThrough(responseUrl, rendering);
  // What was not answered may land later, over a newer picture: it is tried again, and painted again after that.
  const why = shown.ok || isFinal(shown.failure) ? failure : shown.failure;
  const outcome = await failed(deps, session, attempt, why);
  return shown.ok && outcome.kind === 'nothing' ? { kind: 'painted', teamId: session.teamId } : outcome;
}

/** A 429 tells all sessions of the workspace something, and those that got one don't all come back at once. */
async function inTurn(
  { turns }: PublishDeps,
  picture: Picture,
  at: Millis,
  failure: Failure,
): Promise<Failure> {
  const { teamId, message } = picture.session;
  if (failure.kind !== 'rate_limited' || message.unattended) return failure;
  const refusal = { isNewPhase: isNewPhase(picture), at, retryAfter: failure.retryAfter };
  return { ...failure, retryAfter: await turns.refused(teamId, refusal) };
}

/** A paint that was not shown, as far as is known, and what is remembered of the tries so far. */
interface Attempt {
  number: number;
  tried: Trouble;
}

async function failed(
  deps: PublishDeps,
  session: Session,
  attempt: Attempt,
  failure: Failure,
): Promise<PublishOutcome> {
  if (isLost(session, failure)) {
    await remember(deps, session, attempt, failure);
    await deps.store.leaveUnattended(session);
    return tryAgain('failure', failureText(failure));
  }
  const isUsedUp = session.message.unattended && failure.kind === 'refused';
  if (!isUsedUp && !isFinal(failure)) return tryLater(deps, session, attempt, failure);
  await remember(deps, session, { ...attempt, tried: { ...attempt.tried, tries: 0 } }, failure);
  // A response_url that is used up or too old: the next tap brings a new one.
  if (isUsedUp) return { kind: 'nothing' };
  const untold = await detach(deps, session, failureText(failure));
  if (untold) return tryLater(deps, session, attempt, untold);
  return { kind: 'nothing' };
}

/** Since a click has replaced the message it is no longer the app's own: from now on only clicks can. */
const isLost = ({ message }: Session, failure: Failure): boolean =>
  failure.kind === 'refused' &&
  failure.error === 'cant_update_message' &&
  !message.unattended &&
  (message.answer?.uses ?? 0) > 0;

/**
 * The timer first, if there is one: what is remembered of it must be true. `failure` says when to try again, `ofPaint`
 * what became of the picture.
 */
async function tryLater(
  deps: PublishDeps,
  session: Session,
  { number, tried }: Attempt,
  failure: Failure,
  ofPaint = failure,
): Promise<PublishOutcome> {
  const before = session.published.trouble;
  const { trouble, outcome } = await nextTry(deps, session, { before, begun: tried, failure });
  await remember(deps, session, { number, tried: trouble }, ofPaint);
  return outcome;
}

/**
 * After an unknown outcome the session stays marked as painting, and the next publisher paints again. Otherwise nothing
 * was painted: what was shown before is shown still, if it was known.
 */
async function remember(
  { store }: PublishDeps,
  session: Session,
  { number, tried }: Attempt,
  failure: Failure,
): Promise<void> {
  const { paint: before } = session.published;
  const isUnknown = failure.kind === 'unknown' || before.painting;
  if (isUnknown) await store.markTrouble(session.sessionId, number, tried);
  else await store.endPaint(session, number, { ...before, trouble: tried });
}

/**
 * After a paint whose predecessor may still land at Slack, or that may itself land late because it went through a click,
 * plans another one.
 */
async function planRepaint(
  { queue, now }: PublishDeps,
  { session, isThrough }: Picture,
): Promise<Millis | undefined> {
  const { sessionId, teamId } = session;
  const { painting, againAt } = session.published.paint;
  if (!painting && !isThrough) return againAt !== undefined && againAt > now() ? againAt : undefined;
  const dueAt = now() + LATE_CALL;
  await queue.send([{ kind: 'timer', sessionId, teamId, dueAt }]);
  return dueAt;
}
