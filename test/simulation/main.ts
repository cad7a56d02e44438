import { parseArgs } from 'node:util';
import { seededRandom } from '../../bench/random.ts';
import { playKills } from '../process/kills.ts';
import { FAULTS, type Fault } from './core/faults.ts';
import { explored, scenarios } from './scenarios/all.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { EveryOrder } from './search/every-order.ts';
import { searchAll } from './search/exhaustive.ts';
import { searchAtRandom } from './search/random.ts';
import { report } from './search/report.ts';
import { play, type Schedule } from './search/run.ts';

/**
 * `npm run simulate -- [--schedules 20000] [--seed 1] [--scenario '…']`: plays so many schedules at random.
 * With `--every-order`: plays the stories that are short enough in every order of their events, in a minute or two.
 * With `kills` in front: kills the built process 200 times, or `--kills 20`, while people vote, and looks what is left.
 * With `--choices 1.0.2` or `--fault '17:dies after'` as well: plays that one schedule, with all that happens.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    schedules: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    scenario: { type: 'string' },
    'every-order': { type: 'boolean', default: false },
    choices: { type: 'string' },
    kills: { type: 'string', default: '200' },
    fault: { type: 'string' },
  },
});

/** A session has so many rounds at most, a kill in each. */
const KILLS_OF_A_SESSION = 20;

const chosen = scenarios.filter(({ name }) => values.scenario === undefined || name === values.scenario);
const [scenario] = chosen;
if (positionals[0] === 'kills') {
  await kill(Number(values.kills), values.seed ?? String(Date.now() % 1_000_000_000));
} else if (!scenario) {
  console.error(`There is no such story. There are: ${scenarios.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
} else if (values.choices !== undefined || values.fault !== undefined) {
  await replay({ scenario, choices: choicesOf(values), ...faultOf(values.fault) });
} else if (values['every-order']) {
  for (const story of chosen.filter((one) => explored.includes(one))) await playEveryOrder(story);
} else {
  await search(Number(values.schedules), Number(values.seed ?? Date.now() % 1_000_000_000));
}

async function search(schedules: number, seed: number): Promise<void> {
  const began = performance.now();
  const found = await searchAtRandom({ scenarios: chosen, schedules, seed });
  for (const { schedule } of found.failures) console.log(await report(schedule));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${found.tried} schedules of ${chosen.length} stories from seed ${seed} in ${seconds} s: ` +
      `${found.failures.length === 0 ? 'every promise kept' : 'a promise broken'}.`,
  );
  if (found.failures.length > 0) process.exitCode = 1;
}

async function kill(kills: number, seed: string): Promise<void> {
  const random = seededRandom(seed);
  const sum = { broken: 0, acknowledged: 0, unacknowledged: 0 };
  for (let left = kills; left > 0; left -= KILLS_OF_A_SESSION) {
    const { broken, acknowledged, unacknowledged } = await playKills(
      Math.min(left, KILLS_OF_A_SESSION),
      random,
    );
    for (const line of broken) console.log(line);
    sum.broken += broken.length;
    sum.acknowledged += acknowledged;
    sum.unacknowledged += unacknowledged;
  }
  console.log(
    `${kills} kills from seed ${seed}, ${sum.acknowledged} votes acknowledged and ${sum.unacknowledged} not: ` +
      `${sum.broken === 0 ? 'every promise kept' : 'a promise broken'}.`,
  );
  if (sum.broken > 0) process.exitCode = 1;
}

async function playEveryOrder(story: Scenario): Promise<void> {
  const orders = new EveryOrder();
  const { tried, failures, complete } = await searchAll({ scenario: story, orders, atMost: 100_000 });
  for (const { schedule } of failures.slice(0, 1)) console.log(await report(schedule));
  const kept = complete && failures.length === 0;
  console.log(`${story.name}: ${tried} orders, ${kept ? 'every promise kept' : 'a promise broken'}.`);
  if (!kept) process.exitCode = 1;
}

async function replay(schedule: Schedule): Promise<void> {
  const { violations } = await play(schedule, console.log);
  for (const { promise, text } of violations) console.log(`${promise}: ${text}`);
  console.log(violations.length === 0 ? 'Every promise kept.' : 'A promise broken.');
  if (violations.length > 0) process.exitCode = 1;
}

function choicesOf({ choices, seed }: { choices?: string; seed?: string }): Schedule['choices'] {
  return choices === undefined ? { seed: Number(seed ?? 1) } : choices.split('.').map(Number);
}

function faultOf(fault: string | undefined): Pick<Schedule, 'fault'> {
  if (fault === undefined) return {};
  const [at, name] = fault.split(':');
  const what: Fault | undefined = Object.values(FAULTS)
    .flat()
    .find((known) => known === name);
  return { fault: what === undefined ? 'none' : { at: Number(at), what } };
}
