import { FAULTS, type Fault } from '../core/faults.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Searched } from './random.ts';
import { type Failure, play, type Schedule } from './run.ts';

/** Every fault that a call of a port can have, each at one call after another, in the given order of events. */
export async function sweep(
  scenario: Scenario,
  choices: Schedule['choices'],
  faults: readonly Fault[] = [...new Set(Object.values(FAULTS).flat())],
): Promise<Searched> {
  const failures: Failure[] = [];
  let tried = 0;
  for (const what of faults) {
    // The number of calls depends on what happens; it ends where there is no such call any more.
    for (let at = 1, calls = 1; at <= calls; at++) {
      const schedule: Schedule = { scenario, choices, fault: { at, what } };
      const outcome = await play(schedule);
      calls = outcome.calls;
      tried += 1;
      if (outcome.violations.length > 0) failures.push({ schedule, violations: outcome.violations });
    }
  }
  return { tried, failures };
}

/** The Lambda dies at every await, one after another. */
export const DEATHS: readonly Fault[] = ['dies before', 'dies after', 'dies, lands late'];
