import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import type { Place } from '../place.ts';
import { Creator, type Expected } from './creator.ts';
import { Seat } from './seat.ts';
import { anyCard, type Random, voteAtWill, voteTooLate } from './voter.ts';

const CREATOR = 'U0ADA';
const VOTERS = ['U0BO', 'U0CY', 'U0DEE', 'U0EVE'] as const;

interface Table {
  creator: Creator;
  voters: Seat[];
  message: Message;
  random: Random;
}

/** Several people play a session, all at once and each as they please. */
export async function playSession(slack: Slack, place: Place, random: Random): Promise<Expected> {
  const wish = { stories: random() < 0.5 ? 1 : 2, lobby: random() < 0.2 };
  const creator = new Creator(slack, place, CREATOR, wish);
  const voters = VOTERS.filter(() => random() < 0.5).map((userId) => new Seat(slack, place, userId));
  const message = await creator.begin();
  const table = { creator, voters, message, random };
  if (wish.lobby) {
    await Promise.all(voters.map((seat) => seat.tap(message, 'Join')));
    await creator.start(message);
  }
  const rounds = random() < 0.6 ? 1 : 2;
  for (let round = 1; round <= rounds && creator.expected.status === 'voting'; round++) {
    await creator.sees(message, 'voting');
    const stale = await vote(table);
    await moveOn(table, stale, round === rounds);
  }
  return creator.expected;
}

/** A round, up to an acknowledged reveal; the voters don't wait for it. */
async function vote({ creator, voters, message, random }: Table): Promise<Message> {
  const voting = creator.seat.see(message);
  const everyone = Promise.all(voters.map((seat) => voteAtWill(seat, message, random)));
  // Reported below, unless the creator fails first.
  everyone.catch(() => {});
  // Somebody has to have voted, or there is nothing to reveal.
  await creator.seat.tap(message, anyCard(random));
  await sleep(random() * 700);
  await creator.reveal(message, random);
  const late = voters.filter(() => random() < 0.3).map((seat) => voteTooLate(seat, voting, random));
  await Promise.all([everyone, ...late]);
  return voting;
}

/** What the creator does with the result: goes on without a look at it, now and then. */
async function moveOn({ creator, message, random }: Table, stale: Message, isLast: boolean): Promise<void> {
  const { expected } = creator;
  const wish = random();
  const what =
    isLast || wish < 0.1 ? 'end' : expected.story < expected.stories && wish < 0.6 ? 'next' : 'vote_again';
  if (random() < 0.2) return creator.goOnBlindly(stale, what);
  await creator.sees(message, 'revealed');
  if (random() < 0.5) await creator.agree(message);
  // Some sessions are left as they are.
  if (what === 'end' && random() < 0.3) return;
  await creator.goOn(message, what);
}
