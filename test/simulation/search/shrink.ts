import { play, type Schedule } from './run.ts';

/** More attempts are not worth their time. */
const ATTEMPTS = 400;

/**
 * A shorter schedule that breaks one of the same promises: choices are taken away from the end, and made tame
 * one after another, as long as it still does.
 */
export async function shrink(schedule: Schedule): Promise<Schedule> {
  const first = await play(schedule);
  const broken = new Set(first.violations.map(({ promise }) => promise));
  let attempts = 0;
  let best = trimmed(first.choices.map(({ value }) => value));

  const fails = async (choices: readonly number[]): Promise<boolean> => {
    attempts += 1;
    const { violations } = await play({ ...schedule, choices });
    return violations.some(({ promise }) => broken.has(promise));
  };
  const tryOut = async (choices: readonly number[]): Promise<boolean> => {
    if (attempts >= ATTEMPTS || !(await fails(choices))) return false;
    best = trimmed(choices);
    return true;
  };

  for (let size = best.length >> 1; size >= 1; size >>= 1) {
    while (best.length >= size && (await tryOut(best.slice(0, -size))));
    for (let start = 0; start < best.length; start += size) {
      const tamed = best.map((value, index) => (index >= start && index < start + size ? 0 : value));
      if (tamed.some((value, index) => value !== best[index])) await tryOut(tamed);
    }
  }
  return { ...schedule, choices: best };
}

/** What a schedule does not say is chosen tamely anyway. */
function trimmed(choices: readonly number[]): number[] {
  return choices.slice(0, choices.findLastIndex((value) => value !== 0) + 1);
}
