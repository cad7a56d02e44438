import { ADA, BO, CY } from '../../game/a-session.ts';
import type { Fault } from '../core/faults.ts';
import type { Scenario } from './scenario.ts';

/** Every job suffers the same, whoever sends it. */
const troubled = (name: string, fault: Fault): Scenario => ({
  name,
  faults: () => (call) => (call.method === 'send' ? fault : 'none'),
  scripts(_world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await ada.reveal();
        await ada.voteAgain();
        await ada.reveal();
      },
      async () => {
        await cy.card('8');
        await cy.think();
        await cy.leave();
      },
    ];
  },
});

export const doubledJobs = troubled('every job twice', 'doubled');
export const delayedJobs = troubled('every job late and out of order', 'delayed');

/** Somebody joins and leaves again: the message returns to what it has shown before. */
export const thereAndBack: Scenario = {
  name: 'there and back again',
  scripts(world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('--lobby Add SSO login');
        await bo.join();
        await world.scheduler.sleep(1200, `${BO} has thought`);
        await bo.leave();
        await bo.think();
        await bo.join();
        await world.scheduler.sleep(1200, `${BO} has thought`);
        await bo.leave();
        if (world.choices.pick(2, 'detail')) await ada.start();
      },
    ];
  },
};
