import type { Violation } from '../checks/violation.ts';
import { replayed, seeded } from '../core/choices.ts';
import { type Fault, type FaultPlan, faultAt } from '../core/faults.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { type Outcome, simulate } from '../simulation.ts';
import type { Plant } from '../world.ts';

/** All that it takes to play the same schedule again. */
export interface Schedule {
  scenario: Scenario;
  /** The choices, or the seed that they come from. */
  choices: readonly number[] | { seed: number };
  /** The one fault at one call; absent: random ones, which are choices as well. */
  fault?: { at: number; what: Fault } | 'none';
  plant?: Plant;
}

export interface Failure {
  schedule: Schedule;
  violations: Violation[];
}

export function play(schedule: Schedule, trace?: (line: string) => void): Promise<Outcome> {
  const { scenario, choices, plant } = schedule;
  const faults = faultsOf(schedule);
  return simulate(scenario, {
    choices: 'seed' in choices ? seeded(choices.seed) : replayed(choices),
    ...(faults && { faults }),
    ...(plant && { plant }),
    ...(trace && { trace }),
  });
}

function faultsOf({ fault }: Schedule): FaultPlan | undefined {
  if (fault === undefined) return undefined;
  return fault === 'none' ? () => 'none' : faultAt(fault.at, fault.what);
}
