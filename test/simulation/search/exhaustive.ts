import { Choices } from '../core/choices.ts';
import { noFaults } from '../core/faults.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { simulate } from '../simulation.ts';
import type { Plant } from '../world.ts';
import type { Searched } from './random.ts';
import type { Failure } from './run.ts';

export interface ExhaustiveSearch {
  scenario: Scenario;
  /** More interleavings than this: a mistake in the scenario. */
  atMost: number;
  plant?: Plant;
}

/**
 * Plays every order of events that a scenario can have from where it calls `explore` (up to where it calls it
 * again), without faults. `complete` says if that was all.
 */
export async function searchAll(search: ExhaustiveSearch): Promise<Searched & { complete: boolean }> {
  const { scenario, atMost, plant } = search;
  const failures: Failure[] = [];
  let prefix: number[] | undefined = [];
  let tried = 0;
  while (prefix && tried < atMost) {
    const given: number[] = prefix;
    const choices = new Choices((_kind, _options, index) => given[index] ?? 0);
    const { violations, world } = await simulate(scenario, {
      choices,
      faults: noFaults,
      ...(plant && { plant }),
    });
    tried += 1;
    const values = choices.made.map(({ value }) => value);
    if (violations.length > 0) {
      failures.push({
        schedule: { scenario, choices: values, fault: 'none', ...(plant && { plant }) },
        violations,
      });
    }
    prefix = nextPrefix(choices.made, world.exploredFrom ?? 0, world.exploredTo ?? Number.POSITIVE_INFINITY);
  }
  return { tried, failures, complete: prefix === undefined };
}

/** The next in order: the last choice that can still be raised is, and what follows begins afresh. */
function nextPrefix(made: Choices['made'], from: number, to: number): number[] | undefined {
  for (let index = Math.min(made.length, to) - 1; index >= from; index--) {
    const choice = made[index];
    if (choice?.kind === 'order' && choice.value + 1 < choice.options) {
      return [...made.slice(0, index).map(({ value }) => value), choice.value + 1];
    }
  }
  return undefined;
}
