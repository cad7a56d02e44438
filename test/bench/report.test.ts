import { describe, expect, it } from 'vitest';
import type { BurstRow } from '../../bench/burst/measure.ts';
import { burstReport } from '../../bench/report/burst.ts';
import { burstSvg } from '../../bench/report/svg.ts';
import { failures } from '../../bench/verdict.ts';

const OURS: BurstRow = {
  subject: 'ours',
  crowd: '8 in 3 s',
  weather: '0–400 ms',
  runs: 6,
  votes: 48,
  failed: 0,
  lost: 0,
  wrong: 0,
  updates: { median: 4, most: 5 },
  limited: 0,
  settle: { p50: 812.4, p95: 1203 },
  ack: { p50: 9.5, p95: 31 },
  busy: 0.314,
};
const NAIVE: BurstRow = {
  ...OURS,
  subject: 'naive',
  lost: 40,
  wrong: 5,
  updates: { median: 8, most: 8 },
  settle: undefined,
};

describe('The report', () => {
  it('should say in a row what was lost, what was wrong and how long it took', () => {
    const [ours, naive] = burstReport([OURS, NAIVE]).split('\n').slice(4, 6);
    expect(ours).toBe(
      '| 0–400 ms | 8 in 3 s | **Groom** | 6 | 0 of 48 | 0 of 6 | 0 | 4–5 | 0 | 812 / 1,203 | 9.5 / 31 | 31 % |',
    );
    expect(naive).toContain('| naive | 6 | 40 of 48 | 5 of 6 | 0 | 8 | 0 | never |');
  });

  it('should have a picture that is well-formed, fetches nothing, and is the same for the same numbers', () => {
    const svg = burstSvg([OURS, NAIVE]);
    expect(burstSvg([OURS, NAIVE])).toBe(svg);
    expect(svg).toContain('4 · nothing lost, never wrong');
    expect(svg).toContain('8 · 83 % of votes lost, wrong in 5 of 6');
    expect(svg).not.toMatch(/href|url\(|@import|NaN|undefined/);
    expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length);
  });

  it('should fail a run for what Groom loses or leaves wrong alone', () => {
    expect(failures([OURS, NAIVE])).toEqual([]);
    expect(failures([{ ...OURS, lost: 1 }])).toEqual([
      '8 in 3 s, Slack 0–400 ms: 1 votes lost, 0 runs wrong',
    ]);
    expect(failures([{ ...OURS, wrong: 2 }])).toHaveLength(1);
  });
});
