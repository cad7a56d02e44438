import { describe, expect, it } from 'vitest';
import { createTurns, type Turn, type Turns } from '../../src/publish/turns.ts';
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
  const [one] = turns as [Turns];
  /** In ms from now. */
  const wait = ({ at }: Turn) => at - clock.now();
  const refused = (retryAfter: number, isNewPhase = false) =>
    one.refused(TEAM, { isNewPhase, at: clock.now(), retryAfter });
  return { clock, turns, one, wait, refused };
}

const progress = (turns: Turns, awaited?: Turn) => turns.take(TEAM, { isNewPhase: false, awaited });
const reveal = (turns: Turns) => turns.take(TEAM, { isNewPhase: true });
const seconds = (...values: number[]) => values.map((value) => value * SECOND);

async function each<T>(turns: readonly Turns[], take: (turns: Turns) => Promise<T>): Promise<T[]> {
  const taken: T[] = [];
  for (const one of turns) taken.push(await take(one));
  return taken;
}

describe('The sessions of a workspace', () => {
  it('should show some progress at once, then one after the other', async () => {
    const { turns, wait } = processes(11);
    const given = await each(turns, (one) => progress(one));
    expect(given.map(wait)).toEqual([...Array(8).fill(0), ...seconds(1.2, 2.4, 3.6)]);
    expect(given.map(({ taken }) => taken)).toEqual([...Array(8).fill(true), false, false, false]);
  });

  it('should reveal at once, however many wait to show progress', async () => {
    const { turns, wait } = processes(50);
    await each(turns, (one) => progress(one));
    const waits = (await each(turns.slice(0, 15), reveal)).map(wait);
    // One more is tried than there are thought to be.
    expect(waits).toEqual([...Array(13).fill(0), ...seconds(1.2, 2.4)]);
  });

  it('should keep their places in the queue when reveals come first', async () => {
    const { clock, turns, one, wait } = processes(10);
    const [ninth, tenth] = (await each(turns, (each) => progress(each))).slice(8) as [Turn, Turn];
    await reveal(one);
    await reveal(one);
    clock.advance(1.2 * SECOND);
    const later = await progress(one, ninth);
    expect([wait(later), later.taken]).toEqual([2.4 * SECOND, false]);
    expect(wait(await progress(one))).toBe(4.8 * SECOND);
    clock.advance(2.4 * SECOND);
    expect(await progress(one, later)).toMatchObject({ at: clock.now(), taken: true });
    clock.advance(1.2 * SECOND);
    expect(await progress(one, tenth)).toMatchObject({ at: clock.now(), taken: true });
  });

  it('should leave one call for whichever asks next after a first 429', async () => {
    const { turns, one, wait, refused } = processes(4);
    expect(await refused(20 * SECOND)).toBe(20 * SECOND);
    expect(wait(await reveal(one))).toBe(0);
    const waits = (await each(turns.slice(1), (each) => progress(each))).map(wait);
    expect(waits).toEqual(seconds(1.2, 2.4, 3.6));
  });

  it('should try progress at once after a first 429', async () => {
    const { turns, one, wait, refused } = processes(3);
    await refused(20 * SECOND);
    expect((await each(turns, (each) => progress(each))).map(wait)).toEqual(seconds(0, 1.2, 2.4));
    expect(wait(await reveal(one))).toBe(0);
  });

  it('should pause all progress after another 429, but no reveal', async () => {
    const { clock, turns, one, wait, refused } = processes(3);
    await refused(2 * SECOND);
    clock.advance(100);
    await refused(2 * SECOND);
    expect((await each(turns, (each) => progress(each))).map(wait)).toEqual(seconds(3.2, 4.4, 5.6));
    expect(wait(await reveal(one))).toBe(0);
  });

  it('should ask again before a long pause is over, less and less often', async () => {
    const { clock, one, wait, refused } = processes(1);
    const pauses: number[] = [];
    for (let refusals = 0; refusals < 5; refusals++) {
      await refused(30 * SECOND);
      const turn = await progress(one);
      pauses.push(Math.round(wait(turn) / SECOND));
      clock.advance(wait(turn) + 1);
    }
    expect(pauses).toEqual([0, 4, 6, 11, 20]);
  });

  it('should take 429s of the same moment for one, and try their reveals again one after the other', async () => {
    const { clock, one, wait } = processes(1);
    const at = clock.now();
    clock.advance(100);
    const waits: number[] = [];
    for (let calls = 0; calls < 3; calls++)
      waits.push(await one.refused(TEAM, { isNewPhase: true, at, retryAfter: 2 * SECOND }));
    expect(waits).toEqual(seconds(2, 3.2, 4.4));
    expect(wait(await progress(one))).toBe(0);
  });

  it('should never be counted together by two processes at the same moment', async () => {
    const { turns, wait } = processes(5);
    await Promise.all(turns.map(reveal));
    const waits = (await Promise.all(turns.map((one) => progress(one)))).map(wait);
    expect(waits.sort((a, b) => a - b)).toEqual(seconds(0, 0, 0, 1.2, 2.4));
  });
});
