import { describe, expect, it } from 'vitest';
import { createTurns, type Turns } from '../../src/publish/turns.ts';
import { SECOND } from '../../src/time.ts';
import { manualClock } from '../clock.ts';
import { TEAM } from '../game/a-session.ts';
import { createMemoryDirectory } from '../simulation/simulators/memory-directory.ts';

/** Processes that know nothing of each other, but for what is in the directory. */
function processes(count: number) {
  const clock = manualClock();
  const directory = createMemoryDirectory({ now: clock.now, historyDays: 1, sessionsOf: () => [] });
  const turns = Array.from({ length: count }, () =>
    createTurns({ directory, now: clock.now, perMinute: 50 }),
  );
  return { clock, turns };
}

const progress = (turns: Turns, awaited = false) => turns.take(TEAM, { urgent: false, awaited });
const reveal = (turns: Turns) => turns.take(TEAM, { urgent: true, awaited: false });

async function each<T>(turns: readonly Turns[], take: (turns: Turns) => Promise<T>): Promise<T[]> {
  const taken: T[] = [];
  for (const one of turns) taken.push(await take(one));
  return taken;
}

describe('The sessions of a workspace', () => {
  it('should show some progress at once, then one after the other', async () => {
    const { turns } = processes(11);
    const waits = await each(turns, (one) => progress(one));
    expect(waits.slice(0, 8)).toEqual(Array(8).fill(0));
    expect(waits.slice(8)).toEqual([1.2, 2.4, 3.6].map((seconds) => seconds * SECOND));
  });

  it('should reveal at once, however many wait to show progress', async () => {
    const { turns } = processes(50);
    await each(turns, (one) => progress(one));
    const waits = await each(turns.slice(0, 14), reveal);
    expect(waits.slice(0, 12)).toEqual(Array(12).fill(0));
    expect(waits.slice(12)).toEqual([1.2, 2.4].map((seconds) => seconds * SECOND));
  });

  it('should let progress come when its turn is there, and wait again if reveals came first', async () => {
    const { clock, turns } = processes(9);
    const waits = await each(turns, (one) => progress(one));
    const last = turns.at(-1);
    if (!last) throw new Error('nobody');
    clock.advance(waits.at(-1) ?? 0);
    await reveal(last);
    expect(await progress(last, true)).toBeGreaterThan(0);
    clock.advance(2.4 * SECOND);
    expect(await progress(last, true)).toBe(0);
  });

  it('should not call before Slack says after a 429, and then one after the other, reveals first', async () => {
    const { clock, turns } = processes(6);
    const [one] = turns;
    if (!one) throw new Error('nobody');
    await one.limited(TEAM, 10 * SECOND);
    expect(await progress(one)).toBeGreaterThan(10 * SECOND);
    const waits = await each(turns, reveal);
    expect(waits[0]).toBe(10 * SECOND);
    expect(new Set(waits).size).toBe(6);
    clock.advance(60 * SECOND);
    expect(await progress(one, true)).toBe(0);
  });

  it('should never be counted together by two processes at the same moment', async () => {
    const { turns } = processes(5);
    const waits = await Promise.all(turns.flatMap((one) => [reveal(one), progress(one)]));
    expect(waits).toHaveLength(10);
  });
});
