import type { Metrics } from '../ports/metrics.ts';
import type { Fetch } from './https-fetch.ts';

/**
 * Counts how often Slack says that it was asked too often, whoever asked and whatever they make of it.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export function countingLimits(fetch: Fetch, metrics: Metrics): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    if (answer.status === 429) metrics.count('RateLimited');
    return answer;
  };
}
