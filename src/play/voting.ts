import type { VoteAnswer } from '../game/answers.ts';
import type { Card } from '../game/deck/deck.ts';
import { defined } from '../game/defined.ts';
import { isRefusal, type Refused, refuse } from '../game/refusal.ts';
import type { RoundRef } from '../game/round/round.ts';
import { countsInRound } from '../game/round/tally.ts';
import type { Slot } from '../game/round/vote.ts';
import type { Session } from '../game/session.ts';
import { isOpen } from '../game/story/left-stories.ts';
import { whyNotVote } from '../game/why-not.ts';
import type { Store } from '../ports/store.ts';
import { type Click, clickedSession, slotOwner } from './clicked-session.ts';
import { resultOf } from './freeze.ts';

/**
 * Casts a vote. One write, then one read: the slot must be written before the session is read, because only
 * then does a session that is still voting mean that the freeze to come will see the slot.
 */
export async function castVote(store: Store, click: Click, of: RoundRef, card: Card): Promise<VoteAnswer> {
  const { sessionId } = click;
  const slot: Slot = { story: of.story, round: of.round, ...slotOwner(click), card };
  let write = await store.writeSlot(sessionId, slot, { sameMessage: true });
  if (!write.written) {
    // A newer click stands there, or one on another message: whether this message is the session's, and the round
    // still open, has to be known first: what comes to nothing must not displace a card that counts.
    const session = await clickedSession(store, click);
    if (isRefusal(session)) return refuse(session);
    const closed = await answerIfClosed(store, session, slot);
    if (closed) return closed;
    write = await store.writeSlot(sessionId, slot);
  }
  const answer = await answerVote(store, click, slot, write.written);
  // Nothing of a refused vote may stay behind: not on a foreign session, not in place of an earlier card.
  if (answer.kind === 'refusal' && write.written) await store.undoSlot(sessionId, slot, write.before);
  return answer;
}

async function answerVote(store: Store, click: Click, slot: Slot, written: boolean): Promise<VoteAnswer> {
  // Before the session, as every slot that somebody is told about: what came later may not count any more.
  const standing = written ? slot : await store.slot(click.sessionId, slot, click.userId);
  const session = await clickedSession(store, click);
  if (isRefusal(session)) return refuse(session);
  return (await answerIfClosed(store, session, slot)) ?? standingVote(store, session, standing ?? slot);
}

/** The answer where this card can be no vote of a running round (any more). */
async function answerIfClosed(store: Store, session: Session, slot: Slot): Promise<VoteAnswer | undefined> {
  if (!session.deck.cards.includes(slot.card ?? '')) return refuse({ code: 'card_not_in_deck' });
  return isOpen(session, slot) ? undefined : answerFromResult(store, session, slot);
}

/** The vote that stands while voting goes on: this one, or that of a newer click which got here first. */
async function standingVote(store: Store, session: Session, slot: Slot): Promise<VoteAnswer> {
  if (!countsInRound(session, slot)) return refuse({ code: 'try_again' });
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
  if (!result) return refuse(whyNotVote(session));
  const vote = result.votes.find(({ userId }) => userId === slot.userId);
  if (!vote) return { kind: 'too_late' };
  return vote.at === slot.at ? { kind: 'counted', card: vote.card } : { kind: 'too_late', card: vote.card };
}

/** The card that somebody has in the current round, if any. */
type MyVote = { kind: 'vote'; session: Session; card?: Card };

/** *My vote*. */
export async function myVote(store: Store, click: Click): Promise<MyVote | Refused> {
  const session = await clickedSession(store, click);
  if (isRefusal(session)) return refuse(session);
  return defined({ kind: 'vote', session, card: await cardOf(store, session, click.userId) });
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
