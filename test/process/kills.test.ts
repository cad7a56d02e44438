import { expect, it } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { MINUTE } from '../../src/time.ts';
import { playKills } from './kills.ts';

it('Twenty kills in the middle of bursts should lose no vote that was acknowledged', {
  timeout: 3 * MINUTE,
}, async () => {
  const { broken, acknowledged, unacknowledged } = await playKills(20, seededRandom('kills'));
  expect(broken).toEqual([]);
  // Else the kills came too early, or too late.
  expect(acknowledged).toBeGreaterThan(100);
  expect(unacknowledged).toBeGreaterThan(20);
});
