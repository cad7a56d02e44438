import type { Metrics } from '../../src/ports/metrics.ts';

type Name = Parameters<Metrics['count']>[0];

/** What is counted since the start of the process, and a page of it. */
interface Counts extends Metrics {
  /** In OpenMetrics' text format. `gauges`: what is true just now, by name. */
  page(gauges: Readonly<Record<string, number>>): string;
}

/** https://prometheus.io/docs/specs/om/open_metrics_spec/ */
export const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** Every name, so that what has never happened is 0 rather than unknown. */
const NAMES: Record<Name, string> = {
  SlowAcks: 'slow_acks',
  FailedRequests: 'failed_requests',
  Refusals: 'refusals',
  Publishes: 'publishes',
  UnchangedPublishes: 'unchanged_publishes',
  RateLimited: 'rate_limited',
  PublishFailures: 'publish_failures',
  Detached: 'detached',
};

/** Counts in memory, for one process. */
export function createCounts(): Counts {
  const counts = new Map<string, number>();
  return {
    count(name) {
      counts.set(NAMES[name], (counts.get(NAMES[name]) ?? 0) + 1);
    },
    page(gauges) {
      const counters = Object.values(NAMES).flatMap((name) => [
        `# TYPE groom_${name} counter`,
        `groom_${name}_total ${counts.get(name) ?? 0}`,
      ]);
      const others = Object.entries(gauges).flatMap(([name, value]) => [
        `# TYPE groom_${name} gauge`,
        `groom_${name} ${value}`,
      ]);
      return `${[...counters, ...others, '# EOF'].join('\n')}\n`;
    },
  };
}
