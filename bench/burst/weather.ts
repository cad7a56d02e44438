import type { Limits } from '../../stand-ins/slack/rate-limits.ts';
import { between, type Random } from '../random.ts';

/** How Slack's Web API behaves. */
export interface Weather {
  name: string;
  /** Milliseconds until a call takes effect, from and to. */
  latency: readonly [number, number];
  limits: Limits | 'off';
}

/** "Tier 3: 50+ per minute", with a burst of twenty. https://docs.slack.dev/apis/web-api/rate-limits */
const TIER_3: Limits = { 'chat.update': { perMinute: 50, burst: 20 } };

export const WEATHERS: readonly Weather[] = [
  { name: '80–120 ms', latency: [80, 120], limits: 'off' },
  { name: '0–400 ms', latency: [0, 400], limits: 'off' },
  { name: '80–120 ms, Tier 3', latency: [80, 120], limits: TIER_3 },
];

/** Seeded; but which call gets which of the numbers depends on the order in which the calls come. */
export const latencyOf = (weather: Weather, random: Random) => () => between(random, ...weather.latency);
