import { DAY, MINUTE } from '../../../src/time.ts';
import { ADA, BO, CY } from '../../game/a-session.ts';
import { violation } from '../checks/violation.ts';
import type { World } from '../world.ts';
import type { Scenario } from './scenario.ts';

/** Until a timer has come back, and the publisher is about to look. */
async function untilLook({ scheduler, queue }: World): Promise<void> {
  await scheduler.when(() => queue.receivable().some(({ body }) => body.includes('"changed"')));
}

/** Until half a minute before it expires. */
async function untilAlmostOver({ scheduler, history, store }: World): Promise<void> {
  const session = await store.session(history.sessions[0]?.sessionId ?? '');
  const left = (session?.expiresAt ?? 0) - MINUTE / 2 - scheduler.now;
  if (left > 0) await scheduler.sleep(left, 'it is almost over');
}

/** Everybody is gone; at the very end some come back. */
export const untouched: Scenario = {
  name: 'a session that nobody touches, and somebody who comes back in the end',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('3');
        await world.scheduler.sleep(2000, 'everything is at rest');
        if (world.choices.pick(2, 'detail') === 1) await ada.reveal();
        await world.scheduler.sleep(30_000, 'everybody is gone');
        world.schedules.goOn();
        // The first look, a day before, tells Ada.
        await untilLook(world);
        await world.scheduler.sleep(30_000, 'Ada has been told');
        await (world.choices.pick(2, 'detail') ? untilAlmostOver(world) : untilLook(world));
        const late = world.choices.pick(2, 'detail') ? bo.card('5') : cy.card('8');
        await Promise.all([late, world.choices.pick(2, 'detail') ? ada.reveal() : ada.think()]);
      },
    ];
  },
  check: ({ board }, states) =>
    states.flatMap(({ session, results }) =>
      session.message.ts === undefined ||
      results.length > 0 ||
      board.direct.some(({ userId }) => userId === ADA)
        ? []
        : [violation('the creator is told', 'nobody was told that votes would be lost')],
    ),
};

/** Somebody comes by every four weeks, for longer than any session lasts. */
export const keptAlive: Scenario = {
  name: 'a session that is touched until its end',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('3');
        await world.scheduler.sleep(5000, 'everything is at rest');
        world.schedules.goOn();
        for (let weeks = 0; weeks < 16; weeks += 4) {
          await world.scheduler.sleep(28 * DAY, 'weeks pass');
          if (!(await cy.card('5')) || !(await cy.leave())) break;
        }
        await cy.card('5');
        await ada.reveal();
      },
    ];
  },
};
