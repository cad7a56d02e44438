import { afterAll, describe, expect, it } from 'vitest';
import { toldIsCounted } from './planted/told-is-counted.ts';
import { explored } from './scenarios/all.ts';
import { twoReveals, voteAndReveal } from './scenarios/reveals.ts';
import { EveryOrder } from './search/every-order.ts';
import { searchAll } from './search/exhaustive.ts';
import { FewInterruptions } from './search/few-interruptions.ts';
import { report } from './search/report.ts';

/**
 * Two stories are played in every order that makes a difference. All orders of the other four would take as long as
 * a quarter of all tests: `npm run simulate -- --every-order` plays them, once a week in CI too. Here, those with
 * one interruption stand for them: enough to see each rule violated that takes nothing but an unlucky order.
 */
const COMPLETELY = [voteAndReveal, twoReveals];
const INTERRUPTIONS = 1;

let played = 0;
afterAll(() => console.log(`${played} orders of events.`));

describe('A story', () => {
  it.each(COMPLETELY)(
    'should keep every promise in every order: $name',
    { timeout: 600_000 },
    async (scenario) => {
      const orders = new EveryOrder();
      const { tried, failures, complete } = await searchAll({ scenario, orders, atMost: 20_000 });
      played += tried;
      for (const { schedule } of failures.slice(0, 1)) expect.fail(await report(schedule));
      expect(complete, 'some orders were left out').toBe(true);
      expect(tried).toBeGreaterThan(50);
    },
  );

  it.each(explored)(
    'should keep every promise when one is interrupted: $name',
    { timeout: 120_000 },
    async (scenario) => {
      const orders = new FewInterruptions(INTERRUPTIONS);
      const { tried, failures, complete } = await searchAll({ scenario, orders, atMost: 5000 });
      played += tried;
      for (const { schedule } of failures.slice(0, 1)) expect.fail(await report(schedule));
      expect(complete, 'some orders were left out').toBe(true);
      expect(tried).toBeGreaterThan(50);
    },
  );
});

const takesAnOrder = toldIsCounted.filter(({ scenario }) => explored.includes(scenario));

describe('One interruption', () => {
  it.each(takesAnOrder)(
    'should show that rule $rule is violated: $what',
    async ({ scenario, plant, breaks }) => {
      const orders = new FewInterruptions(INTERRUPTIONS);
      const { failures } = await searchAll({ scenario, orders, atMost: 5000, plant });
      const broken = failures.flatMap(({ violations }) => violations.map(({ promise }) => promise));
      expect(breaks.filter((promise) => broken.includes(promise))).not.toEqual([]);
    },
  );

  it('should be enough to see rules 1 and 4 violated', () => {
    expect(takesAnOrder.map(({ rule }) => rule)).toEqual([1, 4]);
  });
});
