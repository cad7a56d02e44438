import { randomNumbers } from '../simulation/core/random.ts';
import { checkPlace } from './checks/check.ts';
import { playSession } from './people/session.ts';
import type { RoughWorkspace } from './rough-workspace.ts';
import type { Climate } from './temper.ts';
import { Weather } from './weather.ts';

/** What distinguishes one schedule from all others: with the same two the same calls go wrong. */
export interface Schedule {
  climate: Climate;
  seed: number;
}

export interface Outcome extends Schedule {
  /** What was lost, doubled or left stale. */
  problems: string[];
  faults: string[];
}

/** `played` resolves when the people have gone and the faults are over, `outcome` once the rest has come to rest. */
export function play(
  workspace: RoughWorkspace,
  { climate, seed }: Schedule,
  weather = new Weather(climate, seed),
): { played: Promise<unknown>; outcome: Promise<Outcome> } {
  const place = workspace.open(weather);
  const played = playSession(workspace.slack, place, randomNumbers(seed)).finally(() => {
    weather.calm = true;
  });
  const outcome = played
    .then(async (expected) => {
      await workspace.drained(place);
      return checkPlace(workspace, place, expected);
    })
    .catch((error: unknown) => [error instanceof Error ? String(error.stack) : String(error)])
    .then((problems): Outcome => ({ climate, seed, problems, faults: weather.happened }));
  return { played: played.catch(() => {}), outcome };
}
