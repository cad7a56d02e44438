import { afterAll, describe, expect, it } from 'vitest';
import { scenarios } from './scenarios/all.ts';
import { moving } from './scenarios/messages.ts';
import { voteAndReveal } from './scenarios/reveals.ts';
import { leaveAndFreeze } from './scenarios/roles.ts';
import { report } from './search/report.ts';
import { DEATHS, sweep } from './search/sweep.ts';

let played = 0;
afterAll(() => console.log(`${played} schedules with one fault each, at one call after another.`));

describe('A story with one fault', () => {
  it.each(scenarios)(
    'should keep every promise when the Lambda dies at any await: $name',
    { timeout: 300_000 },
    async (scenario) => {
      const { tried, failures } = await sweep(scenario, [], DEATHS);
      played += tried;
      for (const { schedule } of failures.slice(0, 1)) expect.fail(await report(schedule));
    },
  );

  it.each([moving, voteAndReveal, leaveAndFreeze])(
    'should keep every promise with every fault at every call: $name',
    { timeout: 300_000 },
    async (scenario) => {
      for (const choices of [[], { seed: 1 }, { seed: 2 }]) {
        const { tried, failures } = await sweep(scenario, choices);
        played += tried;
        for (const { schedule } of failures.slice(0, 1)) expect.fail(await report(schedule));
      }
    },
  );
});
