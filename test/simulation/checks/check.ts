import type { Scenario } from '../scenarios/scenario.ts';
import type { World } from '../world.ts';
import { checkActions } from './actions.ts';
import { checkArchived } from './archived.ts';
import { checkExpiry } from './expiry.ts';
import { type FinalState, finalStates } from './final-state.ts';
import { checkListed } from './listed.ts';
import { checkMessages } from './messages.ts';
import { checkParticipants } from './participants.ts';
import { checkReasons } from './reasons.ts';
import { checkResults } from './results.ts';
import { checkShown } from './shown.ts';
import { checkTime } from './time.ts';
import { type Violation, violation } from './violation.ts';
import { checkVotes } from './votes.ts';

type Check = (world: World, state: FinalState) => Violation[] | Promise<Violation[]>;

const CHECKS: Check[] = [
  checkVotes,
  checkResults,
  checkShown,
  checkMessages,
  checkActions,
  checkParticipants,
  checkTime,
  checkExpiry,
  checkReasons,
  checkArchived,
  checkListed,
];

/** All promises, once everything has come to rest. */
export async function check(world: World, scenario: Scenario): Promise<Violation[]> {
  const dead = world.queue.deadLetters.map(({ body }) => violation('nothing is dead', body));
  const states = await finalStates(world);
  const broken = await Promise.all(
    states.flatMap((state) => CHECKS.map(async (promise) => promise(world, state))),
  );
  const own = (await scenario.check?.(world, states)) ?? [];
  return [...dead, ...broken.flat(), ...own];
}
