import { ADA, BO, CY } from '../../game/a-session.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../world.ts';
import type { Scenario } from './scenario.ts';

const CARDS = ['3', '5', '8', '13'] as const;

/** Anybody does anything: the creator and two others, each with a handful of taps. */
export const meeting: Scenario = {
  name: 'meeting',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        if (!(await ada.groom('Add SSO login'))) return;
        await lead(world, ada);
      },
      () => takePart(world, bo, 3),
      () => takePart(world, cy, 3),
    ];
  },
};

async function lead(world: World, ada: Person): Promise<void> {
  const { choices } = world;
  await ada.think();
  if (choices.pick(2, 'detail')) await ada.card('5');
  await ada.think();
  await ada.reveal();
  await ada.think();
  const after = choices.oneOf(['vote again', 'agree', 'end', 'move', 'hand over', 'double'] as const);
  switch (after) {
    case 'vote again':
      await ada.voteAgain();
      await ada.think();
      await ada.reveal();
      return;
    case 'agree':
      await ada.agree();
      return;
    case 'end':
      await ada.end();
      return;
    case 'move':
      await ada.moveToBottom();
      return;
    case 'hand over':
      await ada.inModal({ kind: 'hand over', to: BO });
      return;
    case 'double':
      await Promise.all([ada.voteAgain(), ada.voteAgain()]);
      return;
  }
}

/** Taps as a voter does, mostly; `taps`: how often. */
async function takePart({ choices }: World, person: Person, taps: number): Promise<void> {
  for (let tap = 0; tap < taps; tap++) {
    await person.think();
    switch (choices.pick(8, 'detail')) {
      case 0:
      case 1:
      case 2:
      case 3:
        await person.card(choices.oneOf(CARDS));
        break;
      case 4:
        await person.join();
        break;
      case 5:
        await person.leave();
        break;
      case 6:
        await person.watch();
        break;
      default:
        await person.myVote();
    }
  }
}
