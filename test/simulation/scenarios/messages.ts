import { ADA, BO, CY } from '../../game/a-session.ts';
import { faultOnce } from '../core/faults.ts';
import type { Scenario } from './scenario.ts';

/** Ada moves the message while people vote. */
export const moving: Scenario = {
  name: 'moving to the bottom',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('3');
        await Promise.all([ada.moveToBottom(), bo.card('8')]);
        await ada.think();
        await ada.reveal();
      },
      async () => {
        await cy.think();
        await cy.card('5');
        await cy.think();
        await cy.card('13');
      },
      async () => {
        await world.scheduler.sleep(2000, `${BO} has thought`);
        if (world.choices.pick(2, 'detail')) await bo.moveToBottom();
      },
    ];
  },
};

/** The post of the first *Move to bottom* lands, but nobody is told. */
const moveIsLost = () =>
  faultOnce('lands late', ({ method, caller }) => method === 'post' && caller !== 'slack 1');

/** Bo taps the message that nobody knows of yet, and the session moves there, while Ada reveals. */
export const adoption: Scenario = {
  name: 'a tap on a message that is not known yet',
  faults: moveIsLost,
  scripts(world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await ada.moveToBottom();
        await world.scheduler.sleep(15_000, 'everything is at rest');
        const [known, found] = world.board.messages;
        world.explore();
        await Promise.all([
          ada.tap({ kind: 'button', action: 'reveal' }, (message) => message === known),
          bo.tap({ kind: 'card', card: '13' }, (message) => message === found),
        ]);
        world.explore();
      },
    ];
  },
};

/** Bo taps a message that has lost its session to a second move, while Ada reveals. */
export const orphan: Scenario = {
  name: 'a tap on a lost message',
  faults: moveIsLost,
  scripts(world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await ada.moveToBottom();
        await world.scheduler.sleep(33_000, 'the first move counts as failed');
        const [first, lost] = world.board.messages;
        await ada.tap({ kind: 'menu', item: 'bottom' }, (message) => message === first);
        await world.scheduler.sleep(3000, 'everything is at rest');
        world.explore();
        await Promise.all([
          ada.tap({ kind: 'button', action: 'reveal' }, (message) => message !== lost),
          bo.tap({ kind: 'card', card: '13' }, (message) => message === lost),
        ]);
        world.explore();
      },
    ];
  },
};

/** An update times out, and lands once its message has been replaced by a newer one at the bottom. */
export const lateUpdateAndMove: Scenario = {
  name: 'a late update and a move',
  faults: () => faultOnce('lands late', ({ method }) => method === 'update'),
  scripts(_world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await ada.moveToBottom();
        await ada.reveal();
      },
    ];
  },
};

/** The post of `/groom` is there, but nobody knows: people find it and vote. */
export const lostPost: Scenario = {
  name: 'a post whose ts is lost',
  faults: () => faultOnce('lands late', ({ method }) => method === 'post'),
  scripts(_world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      () => ada.groom('Add SSO login'),
      () => bo.card('5'),
      async () => {
        await cy.card('8');
        await ada.reveal();
      },
    ];
  },
};

/** The first click comes before `/groom` has saved which message it posted. */
export const earlyClick: Scenario = {
  name: 'a click before the ts is saved',
  faults: () => faultOnce('slow', ({ method }) => method === 'bindMessage'),
  scripts(_world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [() => ada.groom('Add SSO login'), () => bo.card('5'), () => cy.card('8'), () => ada.reveal()];
  },
};
