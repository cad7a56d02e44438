import { check } from './checks/check.ts';
import { type Violation, violation } from './checks/violation.ts';
import type { Choice, Choices } from './core/choices.ts';
import { eitherOf, type FaultPlan, randomFaults } from './core/faults.ts';
import { NeverSettles } from './core/scheduler.ts';
import { Person } from './people/person.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { type Plant, World } from './world.ts';

export interface RunOptions {
  choices: Choices;
  /** Absent: random ones, as the scenario allows. */
  faults?: FaultPlan;
  plant?: Plant;
  trace?: (line: string) => void;
}

export interface Outcome {
  violations: Violation[];
  choices: readonly Choice[];
  /** Calls of ports. */
  calls: number;
  world: World;
}

/** Plays a scenario to its end, lets the queue drain, and checks what must hold then. */
export async function simulate(scenario: Scenario, options: RunOptions): Promise<Outcome> {
  const { choices, plant, trace } = options;
  const given = options.faults ?? randomFaults(choices, scenario.mostFaults);
  const faults = scenario.faults ? eitherOf(scenario.faults(), given) : given;
  const world = new World({
    choices,
    faults,
    anomalies: options.faults === undefined,
    updatesPerMinute: scenario.updatesPerMinute,
    paintsThroughClicks: scenario.paintsThroughClicks,
    ...(plant && { plant }),
    ...(trace && { trace }),
  });
  const violations: Violation[] = [];
  const report = (error: unknown) => violations.push(violation('no error', String(error)));
  for (const script of scenario.scripts(world, (userId) => new Person(world, userId))) {
    script().catch(report);
  }
  try {
    await world.scheduler.run();
    violations.push(...(await check(world, scenario)));
  } catch (error) {
    if (!(error instanceof NeverSettles)) throw error;
    violations.push(violation('it comes to rest', error.message));
  }
  return { violations, choices: choices.made, calls: world.calls, world };
}
