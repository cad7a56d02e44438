import type { Failure, Rendering } from '../../../src/ports/chat.ts';
import { MINUTE, type Millis, SECOND } from '../../../src/time.ts';
import { ADA, BO, CY } from '../../game/a-session.ts';
import { type Violation, violation } from '../checks/violation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../world.ts';
import type { Scenario } from './scenario.ts';

/** Slack takes no pictures for a while, or not every one. */

const AWAY: Failure = { kind: 'refused', error: 'service_unavailable' };
const INVALID: Failure = { kind: 'refused', error: 'invalid_blocks' };

const isPlain = ({ blocks }: Rendering): boolean => blocks.some(({ block_id }) => block_id === 'plain');

/** Two people vote and Ada reveals, while Slack judges pictures so. */
const judged = (
  name: string,
  judge: (world: World) => (rendering: Rendering) => Failure | undefined,
  more: (world: World, ada: Person) => Promise<unknown>,
): Scenario => ({
  name,
  mostFaults: 1,
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        world.board.judges = judge(world);
        await Promise.all([bo.card('5'), cy.card('3').then(() => cy.card('8'))]);
        await more(world, ada);
      },
    ];
  },
  check: (world) => [...offeredAgain(world), ...heldFor(world, 2 * SECOND)],
});

/** Whoever dies before they have noted a refusal will offer the picture once more, and so may a second publisher. */
const MOST_OFFERS = 4;

function offeredAgain({ board }: World): Violation[] {
  const often = [...Map.groupBy(board.refused, (json) => json).values()].filter(
    ({ length }) => length > MOST_OFFERS,
  );
  return often.map(([json, ...again]) =>
    violation('a refused picture is not offered again', `${again.length} times: ${json}`),
  );
}

function heldFor({ queue }: World, most: Millis): Violation[] {
  const held = queue.postponed.filter(({ group, delayMs }) => group.startsWith('session/') && delayMs > most);
  return held.map(({ group, delayMs }) =>
    violation('no pause holds a session', `${group} was held for ${delayMs} ms`),
  );
}

/** Everything but a plain form is refused, and Slack takes even that only after a while. */
export const refusedPicture: Scenario = judged(
  'a picture that Slack refuses',
  () => {
    let left = 8;
    return (rendering) => {
      if (!isPlain(rendering)) return INVALID;
      left -= 1;
      return left > 0 ? AWAY : undefined;
    };
  },
  (_world, ada) => ada.reveal(),
);

/** Nothing is taken for a while; nobody clicks afterwards. */
export const awayForAWhile: Scenario = judged(
  'Slack takes nothing for a while',
  ({ scheduler }) => {
    const backAt = scheduler.now + 40 * SECOND;
    return () => (scheduler.now < backAt ? AWAY : undefined);
  },
  (_world, ada) => ada.reveal(),
);

/** Nothing is taken ever again. */
export const awayForGood: Scenario = judged(
  'Slack takes nothing any more',
  () => () => AWAY,
  (_world, ada) => ada.reveal(),
);

/** Slack wants to be left alone, again and again. */
export const limited: Scenario = judged(
  'Slack limits the workspace',
  () => {
    let left = 4;
    return () => {
      left -= 1;
      return left > 0 ? { kind: 'rate_limited', retryAfter: left * 5 * SECOND } : undefined;
    };
  },
  async ({ scheduler }, ada) => {
    await ada.reveal();
    await scheduler.sleep(1 * MINUTE, 'the limits are over');
    await ada.voteAgain();
  },
);
