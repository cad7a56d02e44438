import { isOver } from '../../../src/game/session.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { type Violation, violation } from './violation.ts';

/** No channel has as many sessions here. */
const ALL = 100;

/** The list of a channel's running sessions has those that run, and none that is over. */
export async function checkListed({ directory }: World, { session }: FinalState): Promise<Violation[]> {
  const { sessionId, message } = session;
  if (message.detached !== undefined || message.ts === undefined) return [];
  const isListed = (await directory.running(session, ALL)).includes(sessionId);
  if (isListed !== isOver(session)) return [];
  return [
    violation(
      'what runs is listed',
      `a session that is ${session.status} is ${isListed ? '' : 'not '}listed`,
    ),
  ];
}
