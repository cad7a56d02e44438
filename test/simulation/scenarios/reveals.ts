import { ADA, BO, CY } from '../../game/a-session.ts';
import type { Scenario } from './scenario.ts';

/** Bo has voted, and changes his mind while Ada reveals. */
export const voteAndReveal: Scenario = {
  name: 'a vote and the reveal',
  scripts(world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('3');
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([ada.reveal(), bo.card('8')]);
        world.explore();
      },
    ];
  },
};

/** Cy's first vote, and the reveal. */
export const firstVoteAndReveal: Scenario = {
  name: 'a late first vote and the reveal',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        // Or everyone would have voted then, and Ada would have to be told.
        await ada.join();
        await bo.card('3');
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([ada.reveal(), cy.card('8')]);
        world.explore();
      },
    ];
  },
};

/** Ada reveals with two devices at once. */
export const twoReveals: Scenario = {
  name: 'two reveals at once',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([ada.reveal(), ada.reveal()]);
        world.explore();
      },
      async () => {
        await cy.think();
        await cy.card('8');
      },
    ];
  },
};

/** Whoever reveals is already on the way to what comes next when the publisher begins. */
const goingOn = (name: string, action: 'voteAgain' | 'next' | 'end'): Scenario => ({
  name: `a reveal, and ${name} before the publisher has run`,
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.plan(['Add SSO login', 'Audit log']);
        await bo.card('5');
        await ada.reveal();
        await ada.ahead(action);
        if (world.choices.pick(2, 'detail')) await ada.reveal();
      },
      async () => {
        await cy.card('8');
        await cy.think();
        await cy.card('13');
      },
      async () => {
        await world.scheduler.sleep(1000, `${BO} has thought`);
        await bo.card('3');
      },
    ];
  },
});

export const revealAndVoteAgain = goingOn('Vote again', 'voteAgain');
export const revealAndNext = goingOn('Next story', 'next');
export const revealAndEnd = goingOn('End', 'end');
