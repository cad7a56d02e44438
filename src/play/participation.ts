import type { TakePartAnswer, VoteAnswer } from '../game/answers.ts';
import type { Card } from '../game/deck/deck.ts';
import { defined } from '../game/defined.ts';
import type { Out } from '../game/participant.ts';
import type { Refusal } from '../game/refusal.ts';
import type { RoundRef } from '../game/round/round.ts';
import { countsInRound, type Origin } from '../game/round/tally.ts';
import type { Slot } from '../game/round/vote.ts';
import { isOver, isVoting, type Session } from '../game/session.ts';
import type { Store } from '../ports/store.ts';
import type { ActionTs } from '../time.ts';
import { resultOf } from './freeze.ts';
import { recognise } from './recognise.ts';

/** A click on the session's message, as Slack signed it. */
export interface Click extends Origin {
  sessionId: string;
  userId: string;
  at: ActionTs;
}

/**
 * Casts a vote. One write, then one read: the slot must be written before the session is read, for only then
 * does a session that is still voting mean that the freeze to come will see the slot.
 */
export async function castVote(store: Store, click: Click, of: RoundRef, card: Card): Promise<VoteAnswer> {
  const slot: Slot = { ...of, ...slotOrigin(click), card };
  let write = await store.writeSlot(click.sessionId, slot, { sameMessage: true });
  if (!write.written) {
    // A newer click stands there, or one on another message: whether this message is the session's, and the round
    // still open, has to be known first, for what comes to nothing must not displace a card that counts.
    const session = await ownSession(store, click);
    if ('code' in session) return { kind: 'refusal', refusal: session };
    const closed = await answerIfClosed(store, session, slot);
    if (closed) return closed;
    write = await store.writeSlot(click.sessionId, slot);
  }
  const answer = await answerVote(store, click, slot, write.written);
  // Nothing of a refused vote may stay behind: not on a foreign session, not in place of an earlier card.
  if (answer.kind === 'refusal' && write.written) await store.undoSlot(click.sessionId, slot, write.before);
  return answer;
}

async function answerVote(store: Store, click: Click, slot: Slot, written: boolean): Promise<VoteAnswer> {
  // Before the session, as every slot that somebody is told about: what came later may not count any more.
  const standing = written ? slot : await store.slot(click.sessionId, slot, click.userId);
  const session = await ownSession(store, click);
  if ('code' in session) return { kind: 'refusal', refusal: session };
  return (await answerIfClosed(store, session, slot)) ?? standingVote(store, session, standing ?? slot);
}

/** The answer where this card can be no vote of a running round (any more). */
async function answerIfClosed(store: Store, session: Session, slot: Slot): Promise<VoteAnswer | undefined> {
  if (!session.deck.cards.includes(slot.card ?? '')) {
    return { kind: 'refusal', refusal: { code: 'card_not_in_deck' } };
  }
  return isVoting(session, slot) ? undefined : answerFromResult(store, session, slot);
}

/** The session that was clicked on, strongly consistent, or why there is none for this click. */
async function ownSession(store: Store, click: Click): Promise<Session | Refusal> {
  const session = await store.session(click.sessionId);
  if (!session) return { code: 'session_over' };
  return (await recognise(store, session, click)) ?? { code: 'not_this_message' };
}

/** The same, for those who want to take part in it. */
async function openSession(store: Store, click: Click): Promise<Session | Refusal> {
  const session = await ownSession(store, click);
  if ('code' in session || !isOver(session)) return session;
  return { code: 'session_over', status: session.status };
}

function slotOrigin({ userId, teamId, channelId, messageTs, at }: Click) {
  return { userId, teamId, channelId, messageTs, at };
}

/** The vote that stands while voting goes on: this one, or that of a newer click which got here first. */
async function standingVote(store: Store, session: Session, slot: Slot): Promise<VoteAnswer> {
  if (!countsInRound(session, slot)) return { kind: 'refusal', refusal: { code: 'try_again' } };
  const votingAgain = session.watched && (await wasWatching(store, session, slot));
  const { reasons } = session.options;
  return { kind: 'counts', card: slot.card, story: slot.story, votingAgain, reasons };
}

async function wasWatching(store: Store, session: Session, slot: Slot): Promise<boolean> {
  const participant = await store.participant(session.sessionId, slot.userId);
  return participant?.role === 'observer' && participant.at < slot.at;
}

/** The round is revealed: helps to freeze it if that has not happened yet, and answers from the result. */
async function answerFromResult(store: Store, session: Session, slot: Slot): Promise<VoteAnswer> {
  const result = await resultOf(store, session, slot);
  if (!result) return { kind: 'refusal', refusal: notVoting(session) };
  const vote = result.votes.find(({ userId }) => userId === slot.userId);
  if (!vote) return { kind: 'too_late' };
  return vote.at === slot.at ? { kind: 'counted', card: vote.card } : { kind: 'too_late', card: vote.card };
}

function notVoting(session: Session): Refusal {
  if (isOver(session)) return { code: 'session_over', status: session.status };
  return session.status === 'lobby' ? { code: 'not_now', status: 'lobby' } : { code: 'round_over' };
}

/** Joins as a voter. Joining twice is harmless. */
export async function join(store: Store, click: Click): Promise<TakePartAnswer> {
  const session = await openSession(store, click);
  if ('code' in session) return { kind: 'refusal', refusal: session };
  const before = await store.participant(session.sessionId, click.userId);
  await store.writeParticipant(session, { userId: click.userId, role: 'voter', at: click.at });
  return { kind: 'joined', already: before?.role === 'voter' };
}

/** *Leave* and *Just watching*: withdraws one's vote of the running round, then remembers the new role. */
export async function stepOut(store: Store, click: Click, out: Out): Promise<TakePartAnswer> {
  const session = await openSession(store, click);
  if ('code' in session) return { kind: 'refusal', refusal: session };
  return vacate(store, session, slotOrigin(click), out);
}

/** The creator removes somebody, as if that person had left. */
export async function removeParticipant(
  store: Store,
  session: Session,
  creator: { userId: string; at: ActionTs },
  userId: string,
): Promise<TakePartAnswer> {
  if (creator.userId !== session.creatorId) {
    return { kind: 'refusal', refusal: { code: 'not_creator', creatorId: session.creatorId } };
  }
  if (isOver(session)) return { kind: 'refusal', refusal: { code: 'session_over', status: session.status } };
  if (userId === session.creatorId) return { kind: 'refusal', refusal: { code: 'creator_stays' } };
  const { teamId, channelId, message } = session;
  return vacate(
    store,
    session,
    { userId, teamId, channelId, messageTs: message.ts ?? '', at: creator.at },
    'removed',
  );
}

async function vacate(
  store: Store,
  session: Session,
  owner: Omit<Slot, 'story' | 'round' | 'card' | 'out'>,
  out: Out,
): Promise<TakePartAnswer> {
  const { sessionId, story, round } = session;
  if (out === 'observer' && !session.watched) await store.markWatched(sessionId);
  const slot = { story, round, ...owner, out };
  const write = await store.writeSlot(sessionId, slot);
  // Otherwise a newer click of theirs stands, and says what they are. (Or the network has repeated our own write.)
  const stands = write.written || (await store.slot(sessionId, slot, owner.userId))?.at === slot.at;
  if (stands) await store.writeParticipant(session, { userId: owner.userId, role: out, at: owner.at });
  const now = await store.session(sessionId);
  const isClosed = now && !isVoting(now, slot);
  const answer = isClosed ? await answerFromResult(store, now, slot) : undefined;
  const counted = answer?.kind === 'too_late' ? answer.card : undefined;
  const withdrawn = write.written && write.before?.card !== undefined && counted === undefined;
  return defined({ kind: 'out', out, withdrawn, counted });
}

/** *My vote*: the card that somebody has in the current round. */
export async function myVote(
  store: Store,
  click: Click,
): Promise<
  { kind: 'vote'; story: number; card?: Card; session: Session } | { kind: 'refusal'; refusal: Refusal }
> {
  const session = await ownSession(store, click);
  if ('code' in session) return { kind: 'refusal', refusal: session };
  const card = await cardOf(store, session, click.userId);
  return defined({ kind: 'vote', story: session.story, session, card });
}

/** A card in the current round: as frozen, once it is revealed. */
async function cardOf(store: Store, session: Session, userId: string): Promise<Card | undefined> {
  if (session.status === 'revealed') {
    const result = await resultOf(store, session, session);
    return result?.votes.find((vote) => vote.userId === userId)?.card;
  }
  const slot = await store.slot(session.sessionId, session, userId);
  return slot && countsInRound(session, slot) ? slot.card : undefined;
}
