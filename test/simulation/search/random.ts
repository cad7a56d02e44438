import type { Scenario } from '../scenarios/scenario.ts';
import type { Plant } from '../world.ts';
import { type Failure, play } from './run.ts';

export interface Searched {
  /** Schedules tried. */
  tried: number;
  failures: Failure[];
}

export interface RandomSearch {
  scenarios: readonly Scenario[];
  schedules: number;
  /** The first seed; each schedule takes the next one. */
  seed: number;
  plant?: Plant;
  /** How many failures are enough. */
  most?: number;
}

/** Plays schedules at random, the scenarios in turn. */
export async function searchAtRandom(search: RandomSearch): Promise<Searched> {
  const { scenarios, schedules, seed, plant, most = 1 } = search;
  const failures: Failure[] = [];
  for (let tried = 0; tried < schedules; tried++) {
    const scenario = scenarios[tried % scenarios.length];
    if (!scenario) break;
    const schedule = { scenario, choices: { seed: seed + tried }, ...(plant && { plant }) };
    const { violations } = await play(schedule);
    if (violations.length > 0) failures.push({ schedule, violations });
    if (failures.length >= most) return { tried: tried + 1, failures };
  }
  return { tried: schedules, failures };
}
