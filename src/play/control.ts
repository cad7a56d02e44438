import { afterChanges } from '../game/changes.ts';
import { type Command, decide, type Facts, NO_FACTS } from '../game/decide.ts';
import { isRefusal, type Refusal, type Refused, refuse } from '../game/refusal.ts';
import { estimateOf } from '../game/round/estimate.ts';
import { tally } from '../game/round/tally.ts';
import { isVoting, type Session } from '../game/session.ts';
import { notCreator } from '../game/why-not.ts';
import type { Store } from '../ports/store.ts';
import type { ActionTs, Clock } from '../time.ts';
import { clickedSession, sessionInChannel } from './clicked-session.ts';
import { resultOf } from './freeze.ts';
import { takesPart } from './presence.ts';

/** Who acts: a click, or the button of a modal that was opened from the session's message. */
export interface Actor {
  userId: string;
  teamId: string;
  /** A guest from another workspace. */
  external?: boolean;
  channelId: string;
  /** Absent for modals. */
  messageTs?: string;
  at: ActionTs;
}

export type ControlAnswer = { kind: 'done'; session: Session } | Refused;

/** More lost races than this in one click: something is wrong, and Slack may as well show it. */
const ATTEMPTS = 5;

/**
 * Carries out a control command: read, decide, write on condition that the session is as it was read. On a
 * lost condition it decides afresh, so that of two reveals one reveals and the other finds it done. `of`: the
 * session's id; or the session itself, as `sessionFor` has just found it for this actor: it is read again only if
 * somebody else has changed it meanwhile.
 */
export async function control(
  store: Store,
  now: Clock,
  of: string | Session,
  actor: Actor,
  command: Command,
): Promise<ControlAnswer> {
  const { sessionId } = typeof of === 'string' ? { sessionId: of } : of;
  const action = `${actor.userId} ${command.kind} ${actor.at}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const isKnown = typeof of !== 'string' && attempt === 0;
    const session = isKnown ? of : await sessionFor(store, sessionId, actor);
    if (isRefusal(session)) return refuse(session);
    if (session.lastAction === action) return { kind: 'done', session };
    const facts = await factsFor(store, session, actor.userId, command);
    const decision = decide(session, actor.userId, command, now(), facts);
    if (decision.kind === 'done') return { kind: 'done', session };
    if (decision.kind === 'refusal') return refuse(decision.refusal);
    if (await store.commit(session, decision.changes, action)) {
      return { kind: 'done', session: afterChanges(session, decision.changes) };
    }
  }
  throw new Error(`session ${sessionId}: ${ATTEMPTS} concurrent changes in a row`);
}

/**
 * The session, for members of its own workspace who act on its own message, or in a modal opened from there;
 * or why not.
 */
export async function sessionFor(store: Store, sessionId: string, actor: Actor): Promise<Session | Refusal> {
  const { teamId, external, channelId, messageTs } = actor;
  const session =
    messageTs === undefined
      ? await sessionInChannel(store, sessionId, channelId)
      : await clickedSession(store, { sessionId, teamId, channelId, messageTs });
  if (isRefusal(session)) return session;
  if (external) return { code: 'external' };
  return teamId === session.teamId ? session : notCreator(session);
}

/** What has to be known besides the session; nothing is read that the decision doesn't ask for. */
async function factsFor(store: Store, session: Session, userId: string, command: Command): Promise<Facts> {
  if (command.kind === 'next' && command.onlyEstimated)
    return { ...NO_FACTS, hasEstimate: await hasEstimate(store, session) };
  if (command.kind !== 'reveal') return NO_FACTS;
  const isCreator = userId === session.creatorId;
  const joined = !isCreator && session.options.anyoneReveals && (await takesPart(store, session, userId));
  const asksForVotes = (isCreator || joined) && isVoting(session, command.of);
  return { ...NO_FACTS, takesPart: joined, votes: asksForVotes ? await countVotes(store, session) : 0 };
}

async function hasEstimate(store: Store, session: Session): Promise<boolean> {
  const result = session.status === 'revealed' ? await resultOf(store, session, session) : undefined;
  return estimateOf(session, session.story, result ? [result] : []) !== undefined;
}

async function countVotes(store: Store, session: Session): Promise<number> {
  return tally(session, await store.slots(session.sessionId, session)).length;
}
