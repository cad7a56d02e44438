import { noFaults } from '../core/faults.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { simulate } from '../simulation.ts';
import type { Plant } from '../world.ts';
import { SeenAlready } from './every-order.ts';
import type { Orders } from './explored.ts';
import type { Searched } from './random.ts';
import type { Failure } from './run.ts';

export interface ExhaustiveSearch {
  scenario: Scenario;
  orders: Orders;
  /** More orders than this: a mistake in the scenario. */
  atMost: number;
  plant?: Plant;
}

/**
 * Plays a scenario in all of these orders, from where it calls `explore` up to where it calls it again, without
 * faults. `complete` says if that was all.
 */
export async function searchAll({
  scenario,
  orders,
  atMost,
  plant,
}: ExhaustiveSearch): Promise<Searched & { complete: boolean }> {
  const failures: Failure[] = [];
  let tried = 0;
  do {
    const choices = orders.begin();
    try {
      const { violations } = await simulate(scenario, {
        choices,
        faults: noFaults,
        ...(plant && { plant }),
      });
      tried += 1;
      const values = choices.made.filter(({ options }) => options > 1).map(({ value }) => value);
      const schedule = { scenario, choices: values, fault: 'none' as const, ...(plant && { plant }) };
      if (violations.length > 0) failures.push({ schedule, violations });
    } catch (error) {
      if (!(error instanceof SeenAlready)) throw error;
    }
    if (tried >= atMost) return { tried, failures, complete: false };
  } while (orders.advance());
  return { tried, failures, complete: true };
}
