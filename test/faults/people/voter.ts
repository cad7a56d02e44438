import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../../stand-ins/slack/shapes.ts';
import type { Seat } from './seat.ts';
import { shownIn } from './shown.ts';

export type Random = () => number;

const CARDS = ['0', '1', '2', '3', '5', '8', '13', '21', '?', '☕'] as const;

export const anyCard = (random: Random): string => CARDS[Math.floor(random() * CARDS.length)] ?? '5';

/** Somebody in a running vote: votes, votes otherwise, leaves, comes back, only watches, wants to reveal. */
export async function voteAtWill(seat: Seat, message: Message, random: Random): Promise<void> {
  const moves = 1 + Math.floor(random() * 2.5);
  for (let move = 0; move < moves; move++) {
    await sleep(random() * 250);
    const wish = random();
    if (wish < 0.6) await seat.tap(message, anyCard(random));
    else if (wish < 0.7) await hurry(seat, message, random);
    else if (wish < 0.76) await seat.tap(message, 'Join');
    else if (wish < 0.83) await seat.tap(message, 'Leave');
    else if (wish < 0.9) await seat.choose(message, 'Just watching');
    else if (wish < 0.96) await seat.choose(message, 'My vote');
    else await seat.tap(message, 'Reveal');
  }
}

/** Two cards in a quick succession, whichever gets there first. */
async function hurry(seat: Seat, message: Message, random: Random): Promise<void> {
  await Promise.all([seat.tap(message, anyCard(random)), seat.tap(message, anyCard(random))]);
}

/** Taps a card in a picture from before the reveal, as a slow client would. */
export async function voteTooLate(seat: Seat, stale: Message, random: Random): Promise<void> {
  await sleep(random() * 100);
  if (shownIn(stale.blocks).phase === 'voting') await seat.tapStale(stale, anyCard(random));
}
