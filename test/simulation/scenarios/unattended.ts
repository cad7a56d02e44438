import { ADA, BO, CY } from '../../game/a-session.ts';
import type { Scenario } from './scenario.ts';

/** The app is no member: it posts through the command's response_url, and paints through those of the taps. */
export const unattended: Scenario = {
  name: 'where the app is no member',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    world.board.refusal = 'not_in_channel';
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('3');
        await world.scheduler.sleep(1200, `${BO} has thought`);
        await bo.leave();
        await Promise.all([bo.card('5'), cy.card('8')]);
        await world.scheduler.sleep(1200, `${ADA} has thought`);
        await ada.reveal();
        await ada.think();
        await ada.voteAgain();
        await cy.think();
        await cy.card('5');
        await world.scheduler.sleep(1200, `${ADA} has thought`);
        // In a modal there is no response_url: the one of the last tap has to do.
        await ada.inModal({ kind: 'cancel' });
      },
    ];
  },
};
