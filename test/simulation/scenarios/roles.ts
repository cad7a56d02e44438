import { MINUTE } from '../../../src/time.ts';
import { ADA, BO, CY, DEE } from '../../game/a-session.ts';
import type { Scenario } from './scenario.ts';

/** Bo withdraws his vote while Ada reveals; another round follows. */
const steppingOut = (name: string, item: 'leave' | 'watch'): Scenario => ({
  name: `${name} and the freeze`,
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('3');
        await cy.card('5');
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([ada.reveal(), item === 'leave' ? bo.leave() : bo.watch()]);
        world.explore();
        await ada.voteAgain();
        if (world.choices.pick(2, 'detail')) await bo.card('8');
        await ada.think();
        await ada.reveal();
      },
    ];
  },
});

export const leaveAndFreeze = steppingOut('Leave', 'leave');
export const watchAndFreeze = steppingOut('Just watching', 'watch');

/** Two votes are too few to be anonymous, and of three one goes while Ada reveals. */
export const anonymousVotes: Scenario = {
  name: 'an anonymous vote, and somebody who leaves',
  scripts(world, person) {
    const [ada, bo, cy, dee] = [person(ADA), person(BO), person(CY), person(DEE)];
    return [
      async () => {
        await ada.groom('--anonymous Add SSO login');
        await bo.card('3');
        await cy.card('5');
        await ada.reveal();
        await dee.card('8');
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([ada.reveal(), dee.leave()]);
        world.explore();
        await ada.voteAgain();
        if (world.choices.pick(2, 'detail')) await dee.card('5');
      },
    ];
  },
};

/** Quick clicks of one person, which arrive in any order. */
export const quickClicks: Scenario = {
  name: 'quick clicks of one person',
  scripts(world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await ada.card('5');
        await Promise.all([bo.card('1'), bo.leave(), bo.card('2'), bo.watch(), bo.card('3')]);
        await ada.reveal();
        if (world.choices.pick(2, 'detail')) await ada.voteAgain();
      },
    ];
  },
};

/** Ada removes Bo while he votes. */
export const removal: Scenario = {
  name: 'a removal and a vote',
  scripts(_world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await ada.card('5');
        await bo.card('3');
        await Promise.all([ada.inModal({ kind: 'remove', whom: BO }), bo.card('8')]);
        await ada.reveal();
      },
    ];
  },
};

/** Ada hands over and reveals; Bo reveals as soon as he can. */
export const handOver: Scenario = {
  name: 'a hand-over and the reveal',
  scripts(world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([ada.inModal({ kind: 'hand over', to: BO }), ada.reveal()]);
        world.explore();
        await bo.reveal();
      },
    ];
  },
};

/** After ten minutes of Ada's silence Bo and Cy take over, while Ada comes back. */
export const takeOver: Scenario = {
  name: 'take-overs and the creator’s return',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await cy.card('8');
        await world.scheduler.sleep(11 * MINUTE, `${ADA} has been away`);
        await Promise.all([
          bo.inModal({ kind: 'take over' }),
          cy.inModal({ kind: 'take over' }),
          ada.reveal(),
        ]);
      },
    ];
  },
};
