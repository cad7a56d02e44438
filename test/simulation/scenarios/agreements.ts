import { ADA, BO, CY } from '../../game/a-session.ts';
import type { Scenario } from './scenario.ts';

/** Ada goes back to the first story while others vote on the second, and on again. */
export const backAndForth: Scenario = {
  name: 'back to the last result, and on again',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        const { choices } = world;
        await ada.plan(['Add SSO login', 'Audit log']);
        await bo.card('5');
        await cy.card('8');
        await ada.reveal();
        await ada.next();
        await bo.card('3');
        if (choices.pick(2, 'detail')) await ada.reveal();
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([ada.back(), cy.card('13'), choices.pick(2, 'detail') ? bo.leave() : bo.card('8')]);
        world.explore();
        await ada.think();
        if (choices.pick(2, 'detail')) await ada.agree();
        await ada.next();
        await ada.reveal();
      },
    ];
  },
};

/** Two stories, estimates that come and go, and whatever may follow: what is agreed on goes into the history. */
export const agreement: Scenario = {
  name: 'estimates, and second thoughts',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        const { choices } = world;
        await ada.plan(['Add SSO login', 'Audit log']);
        await Promise.all([bo.card('5'), cy.card(choices.pick(2, 'detail') ? '8' : '5')]);
        await ada.reveal();
        await ada.think();
        if (choices.pick(2, 'detail')) await ada.agree();
        await ada.think();
        switch (choices.oneOf(['next', 'again', 'end', 'cancel'] as const)) {
          case 'next':
            await ada.next();
            await Promise.all([bo.card('3'), cy.card('3')]);
            await ada.reveal();
            break;
          case 'again':
            await ada.voteAgain();
            await Promise.all([bo.card('3'), cy.card('13')]);
            await ada.reveal();
            break;
          case 'end':
            await ada.end();
            break;
          case 'cancel':
            await ada.inModal({ kind: 'cancel' });
        }
      },
    ];
  },
};
