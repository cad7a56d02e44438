import { between, pick, type Random } from '../random.ts';

/** How many people vote within how many milliseconds, and how often that is tried. */
export interface Crowd {
  name: string;
  voters: number;
  /** 0: all at once. */
  withinMs: number;
  /** How often, by default and with `--full`. */
  runs: { quick: number; full: number };
  /** How many runs share a process: few enough to leave it idle most of the time. */
  together: number;
}

export const CROWDS: readonly Crowd[] = [
  { name: '8 at once', voters: 8, withinMs: 0, runs: { quick: 4, full: 200 }, together: 1 },
  { name: '8 in 3 s', voters: 8, withinMs: 3000, runs: { quick: 4, full: 200 }, together: 4 },
  { name: '30 in 3 s', voters: 30, withinMs: 3000, runs: { quick: 3, full: 200 }, together: 3 },
  { name: '100 in 5 s', voters: 100, withinMs: 5000, runs: { quick: 1, full: 20 }, together: 1 },
  { name: '300 in 10 s', voters: 300, withinMs: 10_000, runs: { quick: 1, full: 20 }, together: 1 },
];

/** One tap on a card. */
export interface Tap {
  userId: string;
  card: string;
  /** Milliseconds after the first possible one. */
  at: number;
}

const CARDS = ['1', '2', '3', '5', '8', '13', '21', '?'];

/** Everybody taps once, at a random time. */
export function taps(crowd: Crowd, userIds: readonly string[], random: Random): Tap[] {
  return userIds.slice(0, crowd.voters).map((userId) => ({
    userId,
    card: pick(random, CARDS),
    at: between(random, 0, crowd.withinMs),
  }));
}
