import { ADA, BO, CY } from '../../game/a-session.ts';
import { violation } from '../checks/violation.ts';
import type { Scenario } from './scenario.ts';

/** Something happens to the message, or to the app in its channel, while people vote. */
const losing = (name: string, refusal: string | 'deleted', returns: boolean): Scenario => ({
  name,
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    const happens = () => {
      const [message] = world.board.messages;
      if (refusal !== 'deleted') world.board.refusal = refusal;
      else if (message) world.board.remove(message.ts);
    };
    return [
      async () => {
        await ada.groom('Add SSO login');
        await bo.card('5');
        await Promise.all([bo.card('8'), cy.card('3'), ada.reveal(), ada.think().then(happens)]);
        if (!returns) return;
        await world.scheduler.sleep(5000, 'the app is back');
        world.board.refusal = undefined;
        await bo.myVote();
      },
    ];
  },
  check(world, states) {
    const silent = states
      .filter(({ session }) => session.message.detached !== undefined && refusal !== 'token_revoked')
      .filter(({ session }) => !world.board.direct.some(({ userId }) => userId === session.creatorId));
    return silent.map(({ session }) =>
      violation('the creator is told', `nobody was told of ${session.message.detached}`),
    );
  },
});

export const deleted = losing('the message is deleted', 'deleted', false);
export const removed = losing('the app is removed and comes back', 'not_in_channel', true);
export const archived = losing('the channel is archived', 'is_archived', false);
export const revoked = losing('the token is revoked', 'token_revoked', false);
