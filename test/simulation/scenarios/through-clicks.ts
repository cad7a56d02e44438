import { SECOND } from '../../../src/time.ts';
import { ADA, BO, CY } from '../../game/a-session.ts';
import type { Scenario } from './scenario.ts';

/** How late Slack may show a picture that it has taken through a response_url, in no order. */
const LATEST = 10 * SECOND;

/** Slack takes hardly any updates while people vote: they see what is through their own clicks. */
export const throughClicks: Scenario = {
  name: 'a message is painted through clicks',
  paintsThroughClicks: true,
  mostFaults: 3,
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    const { board, choices, scheduler } = world;
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        board.lands = (show) => {
          const late = (choices.pick(6, 'detail') * LATEST) / 5;
          if (late === 0) show();
          else void scheduler.sleep(late, 'a picture lands').then(show);
        };
        board.judges = () => ({ kind: 'rate_limited', retryAfter: 4 * SECOND });
        await Promise.all([bo.card('8'), cy.card('3')]);
        await ada.reveal();
        await scheduler.sleep((1 + choices.pick(5, 'detail')) * 4 * SECOND, 'the limit is over');
        board.judges = () => undefined;
      },
    ];
  },
};
