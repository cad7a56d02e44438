import type { Failure } from '../../../src/ports/chat.ts';
import { MINUTE, type Millis, SECOND } from '../../../src/time.ts';
import { ADA, BO, CY } from '../../game/a-session.ts';
import { violation } from '../checks/violation.ts';
import type { Person } from '../people/person.ts';
import { titleOf } from '../people/sight.ts';
import { type BoardMessage, current } from '../simulators/board.ts';
import type { World } from '../world.ts';
import type { Scenario } from './scenario.ts';

/** As many updates a minute as everybody believes, but fewer at one go. */
const PER_MINUTE = 20;
const AT_ONE_GO = 5;
/** Each teaches all sessions something; with a fault more, a call of each may be under way then. */
const MOST_REFUSALS = 6;

/** Three sessions at once in a workspace whose budget they share. */
export const together: Scenario = {
  name: 'three sessions share what Slack takes',
  sessions: 3,
  updatesPerMinute: PER_MINUTE,
  mostFaults: 1,
  scripts(world, person) {
    const [ada, bo, cy] = [person(ADA), person(BO), person(CY)];
    return [
      async () => {
        const hosts = [ada, bo, cy];
        for (const [index, host] of hosts.entries()) await begin(world, host, `Story ${index}`);
        world.board.judges = budget(world, PER_MINUTE, AT_ONE_GO);
        await Promise.all(hosts.map((host, index) => play(world, host, hosts, of(`Story ${index}`))));
        await world.scheduler.sleep(2 * MINUTE, 'the rush is over');
        world.board.judges = () => undefined;
      },
    ];
  },
  check({ board }) {
    const { length } = board.limited;
    return length > MOST_REFUSALS ? [violation('sessions take turns', `${length} calls were refused`)] : [];
  },
};

const of = (title: string) => (message: BoardMessage) => titleOf(current(message)) === title;

async function begin({ board, scheduler }: World, host: Person, title: string): Promise<void> {
  await host.groom(title);
  await scheduler.when(() => board.messages.some(of(title)));
}

async function play(
  { scheduler }: World,
  host: Person,
  voters: readonly Person[],
  where: (message: BoardMessage) => boolean,
): Promise<void> {
  for (const voter of voters) {
    await voter.tap({ kind: 'card', card: '5' }, where);
    await scheduler.sleep(1200, 'they take their time');
  }
  await host.tap({ kind: 'button', action: 'reveal' }, where);
}

/** Slack's bucket. */
function budget({ scheduler }: World, perMinute: number, atOneGo: number): () => Failure | undefined {
  const interval: Millis = MINUTE / perMinute;
  let spentUntil = 0;
  return () => {
    const { now } = scheduler;
    const freeAt = Math.max(now, spentUntil) - (atOneGo - 1) * interval;
    if (freeAt > now)
      return { kind: 'rate_limited', retryAfter: Math.ceil((freeAt - now) / SECOND) * SECOND };
    spentUntil = Math.max(now, spentUntil) + interval;
    return undefined;
  };
}
