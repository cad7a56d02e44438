import type { Session } from '../session.ts';
import type { CountedVote, Slot } from './vote.ts';

/**
 * Whether a slot's card counts for its round. The freeze and the answer to the voter both ask this function, so
 * that what somebody is told is what is counted.
 */
export function countsInRound(session: Session, slot: Slot): slot is Slot & { card: string } {
  return slot.card !== undefined && session.deck.cards.includes(slot.card) && belongs(session, slot);
}

/** Where a click came from, as Slack has signed it. */
export interface Origin {
  teamId: string;
  channelId: string;
  messageTs: string;
}

/** Whether a click was made on this session's own message: its channel and timestamp are enough. */
export function belongs(session: Session, origin: Origin): boolean {
  if (origin.channelId !== session.channelId) return false;
  return origin.messageTs === session.message.ts || session.message.former.includes(origin.messageTs);
}

/** The votes of a round, in an order that tells nothing. */
export function tally(session: Session, slots: readonly Slot[]): CountedVote[] {
  return slots
    .filter((slot) => countsInRound(session, slot))
    .map(({ userId, card, at }) => ({ userId, card, at }))
    .sort(byUser);
}

/** For lists of people: an order that tells nothing. */
export function byUser(a: { userId: string }, b: { userId: string }): number {
  return a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : 0;
}
