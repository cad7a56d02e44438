import { DEFAULT_SETTINGS, type Options } from '../../../src/game/settings.ts';
import { ADA, BO, CHANNEL, CY, DEE, TEAM } from '../../game/a-session.ts';
import { violation } from '../checks/violation.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../world.ts';
import type { Scenario } from './scenario.ts';

/** What the channel has agreed on. */
async function settle({ directory }: World, options: Partial<Options>): Promise<void> {
  await directory.saveSettings({ teamId: TEAM, channelId: CHANNEL }, { ...DEFAULT_SETTINGS, ...options });
}

/** Ada begins a vote that reveals by itself, once Bo and Cy have gathered for it. */
async function gather(
  world: World,
  person: (userId: string) => Person,
  options: Partial<Options> = {},
): Promise<void> {
  await settle(world, { autoReveal: true, lobby: true, ...options });
  await person(ADA).groom('Add SSO login');
  await person(BO).join();
  await person(CY).join();
  await person(ADA).start();
}

/** Until the next timer can be received. */
const untilTimer = ({ scheduler, queue }: World) => scheduler.when(() => queue.receivable().length > 0);

/** Everyone has voted; when the countdown ends, Bo changes his card and Cy leaves. */
export const countdown: Scenario = {
  name: 'a countdown, and a card that is changed at its end',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await gather(world, person);
        await Promise.all([bo.card('3'), cy.card('5')]);
        await world.scheduler.sleep(1500, 'everything is at rest');
        await bo.think();
        if (world.choices.pick(2, 'detail')) await bo.card('13');
        await untilTimer(world);
        await Promise.all([bo.card('8'), world.choices.pick(2, 'detail') ? cy.leave() : cy.card('13')]);
        await ada.think();
        if (world.choices.pick(2, 'detail')) await ada.voteAgain();
      },
    ];
  },
};

/** What somebody does at the very moment when a clock runs out; every order of that can be played. */
const atTheEnd = (
  name: string,
  begin: (world: World, person: (userId: string) => Person) => Promise<unknown>,
  act: (person: (userId: string) => Person) => Promise<unknown>,
): Scenario => ({
  name,
  scripts: (world, person) => [
    async () => {
      await begin(world, person);
      await world.scheduler.sleep(2000, 'everything is at rest');
      await untilDue(world);
      world.explore();
      await Promise.all([act(person), world.scheduler.when(() => isRevealed(world))]);
      world.explore();
    },
  ],
});

/** Until a timer has come back, and the publisher is about to look. */
async function untilDue({ scheduler, queue }: World): Promise<void> {
  await scheduler.when(() => queue.receivable().some(({ body }) => body.includes('"changed"')));
}

const isRevealed = ({ history }: World) => history.commits.some(({ after }) => after.status === 'revealed');

const twoVotes = async (options: Partial<Options>, world: World, person: (userId: string) => Person) => {
  await gather(world, person, options);
  await person(BO).card('3');
  await person(CY).card('5');
};

export const countdownAndVote = atTheEnd(
  'a vote and the end of a countdown',
  (...game) => twoVotes({}, ...game),
  (person) => person(BO).card('8'),
);

export const countdownAndReason = atTheEnd(
  'a reason and the end of a countdown',
  (...game) => twoVotes({ reasons: true }, ...game),
  (person) => person(BO).explain('3', 'like last time'),
);

export const deadlineAndNextRound = atTheEnd(
  'the deadline, and another round that just began',
  async (_, person) => {
    await person(ADA).groom('--until 1m Add SSO login');
    await person(BO).card('3');
  },
  async (person) => {
    await person(ADA).reveal();
    await person(ADA).ahead('voteAgain');
    await person(BO).card('8');
  },
);

/** Ada reveals, and opens another round, while the countdown comes to its end. */
export const countdownAndReveal: Scenario = {
  name: 'a countdown, and the creator who does not wait',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await gather(world, person);
        await Promise.all([bo.card('3'), cy.card('5')]);
        await world.scheduler.sleep(world.choices.oneOf([4500, 1500, 5500]), `${ADA} has waited`);
        await ada.reveal();
        await ada.voteAgain();
        await Promise.all([bo.card('8'), ada.think()]);
        if (world.choices.pick(2, 'detail')) await cy.card('13');
      },
    ];
  },
};

/** The countdown begins, and all votes are withdrawn. */
export const countdownInVain: Scenario = {
  name: 'a countdown whose votes are withdrawn',
  scripts(world, person) {
    const [bo, cy] = [person(BO), person(CY)];
    return [
      async () => {
        await gather(world, person);
        await Promise.all([bo.card('3'), cy.card('5')]);
        await world.scheduler.sleep(world.choices.oneOf([2000, 4500]), `${BO} has thought`);
        await Promise.all([bo.leave(), cy.watch()]);
        if (world.choices.pick(2, 'detail')) await bo.card('5');
      },
    ];
  },
};

/** Each round has two minutes; Bo votes at the last moment, and Ada goes on by herself. */
export const deadline: Scenario = {
  name: 'a deadline, and those who are late',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('--until 2m Add SSO login');
        await bo.card('3');
        await world.scheduler.sleep(5000, 'everything is at rest');
        await untilTimer(world);
        if (world.choices.pick(2, 'detail')) await world.scheduler.sleep(61_000, 'it is almost time');
        await Promise.all([cy.card('8'), bo.card('5')]);
      },
      async () => {
        await world.scheduler.sleep(world.choices.oneOf([116_000, 119_000, 121_000]), `${ADA} looks in`);
        await ada.reveal();
        await ada.voteAgain();
        await bo.card('13');
      },
    ];
  },
};

/** Nobody votes in time. */
export const deadlineInVain: Scenario = {
  name: 'a deadline without votes',
  scripts(world, person) {
    const [ada, bo] = [person(ADA), person(BO)];
    return [
      async () => {
        await ada.groom('--until 1m Add SSO login');
        await bo.join();
        await world.scheduler.sleep(world.choices.oneOf([70_000, 59_500]), `${BO} is late`);
        await bo.card('5');
      },
    ];
  },
  check: ({ board }, states) =>
    states.flatMap(({ session }) =>
      session.message.ts === undefined || board.direct.some(({ userId }) => userId === ADA)
        ? []
        : [violation('the creator is told', 'nobody was told that the deadline has passed')],
    ),
};

/** Bo and Cy say why, while the countdown ends. */
export const reasons: Scenario = {
  name: 'reasons at the end of a countdown',
  scripts(world, person) {
    const [bo, cy] = [person(BO), person(CY)];
    return [
      async () => {
        await gather(world, person, { reasons: true });
        await Promise.all([bo.card('3'), cy.card('5')]);
        await bo.explain('3', 'like last time');
        await world.scheduler.sleep(world.choices.oneOf([5400, 1000, 4000]), `${BO} has thought`);
        await Promise.all([
          bo.explain('3', 'on second thoughts'),
          world.choices.pick(2, 'detail') ? bo.card('8') : bo.think(),
          cy.explain('5', 'as large as the import'),
        ]);
      },
    ];
  },
};

/** The app is thrown out before the deadline: the votes are frozen in time all the same. */
export const detachedDeadline: Scenario = {
  name: 'a deadline of a message that Slack takes no more updates of',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await ada.groom('--until 1m Add SSO login');
        await bo.card('3');
        await world.scheduler.sleep(5000, 'everything is at rest');
        world.board.refusal = world.choices.oneOf(['is_archived', 'token_revoked']);
        await cy.card('8');
      },
    ];
  },
};

/** Dee joins while the countdown is about to begin: she is waited for, unless it had begun already. */
export const countdownAndJoin: Scenario = {
  name: 'a countdown, and somebody who joins as it begins',
  scripts(world, person) {
    const [bo, cy, dee] = [person(BO), person(CY), person(DEE)];
    return [
      async () => {
        await gather(world, person);
        await bo.card('3');
        await world.scheduler.sleep(2000, 'everything is at rest');
        world.explore();
        await Promise.all([cy.card('5'), dee.join()]);
        world.explore();
        await world.scheduler.sleep(1000, 'the countdown has begun, or not');
        if (world.choices.pick(2, 'detail')) await dee.card('8');
      },
    ];
  },
};

/** Nobody can tell whether two who have voted are all: Ada reveals. */
export const firstStory: Scenario = {
  name: 'the first story of people who have not gathered',
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        await settle(world, { autoReveal: true });
        await ada.groom('Add SSO login');
        await Promise.all([bo.card('3'), cy.card('5')]);
        await world.scheduler.sleep(7000, 'no countdown has begun');
        if (world.choices.pick(2, 'detail')) await cy.leave();
        await ada.reveal();
      },
    ];
  },
};
