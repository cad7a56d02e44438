import { afterAll, describe, expect, it } from 'vitest';
import { scenarios } from './scenarios/all.ts';
import { searchAtRandom } from './search/random.ts';
import { report } from './search/report.ts';
import { play } from './search/run.ts';

/** How many schedules of each story are played, all in all more than ten thousand. `npm run simulate` plays others. */
const SCHEDULES = 320;
const SEED = 1;

let played = 0;
afterAll(() =>
  console.log(`${played} schedules at random, of ${scenarios.length} stories, from seed ${SEED}.`),
);

describe('A story at random', () => {
  it.each(scenarios)('should be played: $name', async (scenario) => {
    const { world } = await play({ scenario, choices: [], fault: 'none' });
    expect(world.history.sessions).toHaveLength(scenario.sessions ?? 1);
    expect(world.clicks).not.toEqual([]);
  });

  it.each(scenarios)(
    'should keep every promise in every schedule: $name',
    { timeout: 120_000 },
    async (scenario) => {
      const { tried, failures } = await searchAtRandom({
        scenarios: [scenario],
        schedules: SCHEDULES,
        seed: SEED,
      });
      played += tried;
      for (const { schedule } of failures) expect.fail(await report(schedule));
    },
  );
});
