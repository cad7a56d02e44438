import { defined } from '../game/defined.ts';
import type { Session } from '../game/session.ts';
import type { ActionTs } from '../time.ts';
import { archive } from './archive.ts';
import type { PublishDeps } from './deps.ts';
import { scheduleLook } from './expire.ts';
import { scheduleDeadline } from './keep-time.ts';
import { list } from './list.ts';
import { type PublishOutcome, tryAgain } from './outcome.ts';
import { pace } from './pace.ts';
import { paint } from './paint.ts';
import { isShown, type Picture } from './picture.ts';
import { retireFormer, retireLater } from './retire.ts';
import { settle } from './settle.ts';

/** What is known of why the publisher was called. */
interface Occasion {
  /** Another publisher may have been at it. */
  redelivered?: boolean;
  /** The response_url of the click behind it … */
  responseUrl?: string | undefined;
  /** … on which message, and when. */
  click?: { messageTs: string; at: ActionTs } | undefined;
}

/**
 * Makes the channel message of a session match its state. Level-triggered: it does not matter why, how often
 * or in which order it is called; what it shows is what it reads. One publisher per session at a time is the
 * rule (the queue sees to it), not a precondition: where a job is `redelivered`, there may be two.
 */
export async function publishSession(
  deps: PublishDeps,
  sessionId: string,
  occasion: Occasion = {},
): Promise<PublishOutcome> {
  const seen = await settle(deps, sessionId);
  if (!seen) return { kind: 'nothing' };
  const first = await withAnswer(deps, seen, occasion);
  const notRetired = await retireFormer(deps, first.session);
  const outcome = await bringUpToDate(deps, first, occasion);
  // Whatever Slack says: it runs all the same. What changes meanwhile brings a job of its own.
  await list(deps, seen.session);
  if (notRetired) await retireLater(deps, first.session, notRetired);
  await scheduleLook(deps, first.session);
  return outcome;
}

async function bringUpToDate(deps: PublishDeps, first: Picture, occasion: Occasion): Promise<PublishOutcome> {
  const paced = isShown(first, deps.now()) ? first : await pace(deps, first);
  if (!paced) return { kind: 'nothing' };
  if ('kind' in paced) return paced;
  const picture = paced;
  const outcome = await show(deps, picture, occasion);
  // Afterwards: what people see waits neither for the history nor for the scheduler.
  if (outcome.kind === 'painted' || outcome.kind === 'unchanged') {
    await archive(deps, picture.session);
    await scheduleDeadline(deps, picture.session);
  }
  return outcome;
}

/**
 * The newest click's response_url is kept: an unattended message is painted through it, and any other where Slack takes
 * no more updates for a while. Then it must be that of a click on this very message.
 */
async function withAnswer(
  { store, now, paintsThroughClicks }: PublishDeps,
  picture: Picture,
  { responseUrl: url, click }: Occasion,
): Promise<Picture> {
  const { session } = picture;
  const { message } = session;
  const isOnMessage = paintsThroughClicks && click?.messageTs === message.ts;
  if (url === undefined || message.answer?.url === url || !(message.unattended || isOnMessage))
    return picture;
  const clicked = click && { messageTs: click.messageTs, clickedAt: click.at };
  const answer = { url, at: now(), uses: 0, ...clicked };
  if (!(await store.keepAnswer(session.sessionId, answer))) return picture;
  return { ...picture, session: { ...session, message: { ...message, answer } } };
}

/** Brings the message up to date, if it isn't. */
async function show(
  deps: PublishDeps,
  picture: Picture,
  { redelivered = false, responseUrl }: Occasion,
): Promise<PublishOutcome> {
  if (!isShown(picture, deps.now())) return paint(deps, picture, responseUrl);
  return redelivered ? confirm(deps, picture.session) : { kind: 'unchanged' };
}

/**
 * Nothing to paint, but whoever received the job before may still be about to paint what they read then. Taking
 * the next paint number keeps them from it.
 */
async function confirm({ store }: PublishDeps, session: Session): Promise<PublishOutcome> {
  const { paint, trouble } = session.published;
  const begun = await store.beginPaint(session, paint);
  const ended = begun && (await store.endPaint(session, paint.number + 1, defined({ ...paint, trouble })));
  return ended ? { kind: 'unchanged' } : tryAgain('race', 'another publisher has begun');
}
