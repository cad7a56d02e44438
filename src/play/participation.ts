import type { TakePartAnswer } from '../game/answers.ts';
import { defined } from '../game/defined.ts';
import type { Out } from '../game/participant.ts';
import { isRefusal, type Refusal, refuse } from '../game/refusal.ts';
import type { Slot } from '../game/round/vote.ts';
import type { Session } from '../game/session.ts';
import { isOpen, pausedRounds } from '../game/story/left-stories.ts';
import { whyNotRemove, whyOver } from '../game/why-not.ts';
import type { Store } from '../ports/store.ts';
import type { ActionTs } from '../time.ts';
import { type Click, clickedSession, slotOwner } from './clicked-session.ts';
import { resultOf } from './freeze.ts';
import { takesPart } from './presence.ts';

/** Joins as a voter. Joining twice is harmless. */
export async function join(store: Store, click: Click): Promise<TakePartAnswer> {
  const session = await openSession(store, click);
  if (isRefusal(session)) return refuse(session);
  const before = await store.participant(session.sessionId, click.userId);
  const { userId, at, external } = click;
  await store.writeParticipant(session, defined({ userId, role: 'voter', at, external }));
  // After it, and every time: whoever has seen the roster's new version finds them in it.
  await store.changeRoster(session.sessionId);
  return { kind: 'joined', already: before?.role === 'voter' };
}

/** *Leave* and *Just watching*: withdraws one's vote of the running round, then remembers the new role. */
export async function stepOut(store: Store, click: Click, out: Out): Promise<TakePartAnswer> {
  const session = await openSession(store, click);
  if (isRefusal(session)) return refuse(session);
  return vacate(store, session, slotOwner(click), out);
}

/** The creator removes somebody, as if that person had left. */
export async function removeParticipant(
  store: Store,
  session: Session,
  creator: { userId: string; at: ActionTs },
  userId: string,
): Promise<TakePartAnswer> {
  const no = whyNotRemove(session, creator.userId, userId);
  if (no) return refuse(no);
  const { teamId, channelId, message } = session;
  const owner = { userId, teamId, channelId, messageTs: message.ts ?? '', at: creator.at };
  return vacate(store, session, owner, 'removed');
}

/** The session that was clicked on, if one can still take part in it. */
async function openSession(store: Store, click: Click): Promise<Session | Refusal> {
  const session = await clickedSession(store, click);
  return isRefusal(session) ? session : (whyOver(session) ?? session);
}

async function vacate(
  store: Store,
  session: Session,
  owner: Omit<Slot, 'story' | 'round' | 'card' | 'out'>,
  out: Out,
): Promise<TakePartAnswer> {
  const { sessionId, story, round } = session;
  const { userId, at, external } = owner;
  if (out === 'observer' && !session.watched) await store.markWatched(sessionId);
  const slot = { story, round, ...owner, out };
  // Whoever watches or is removed may have been anything: only who leaves is told that they were not in.
  const tookPart = out !== 'left' || (await takesPart(store, session, userId));
  const write = await store.writeSlot(sessionId, slot);
  // So that no card of theirs is counted when voting goes on there.
  const paused = await Promise.all(
    pausedRounds(session).map((of) => store.writeSlot(sessionId, { ...slot, ...of })),
  );
  // Otherwise a newer click of theirs stands, and says what they are. (Or the network has repeated our own write.)
  const stands = write.written || (await store.slot(sessionId, slot, userId))?.at === at;
  if (stands) await store.writeParticipant(session, defined({ userId, role: out, at, external }));
  const now = await store.session(sessionId);
  // Revealed meanwhile: their card may be in the result.
  const result = now && !isOpen(now, slot) ? await resultOf(store, now, slot) : undefined;
  const counted = result?.votes.find((vote) => vote.userId === userId)?.card;
  const isWithdrawn = [write, ...paused].some((one) => one.written && one.before?.card !== undefined);
  const withdrawn = isWithdrawn && counted === undefined;
  const wasIn = tookPart || withdrawn || counted !== undefined;
  return defined({ kind: 'out', out, withdrawn, counted, already: wasIn ? undefined : true });
}
