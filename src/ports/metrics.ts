/** What is counted, under these names in CloudWatch (namespace `Groom`); docs/operations.md explains them. */
type MetricName =
  /** A request that was answered after more than a second: Slack gives up after three. */
  | 'SlowAcks'
  /** A request that failed: its click was not acknowledged, and Slack said so. */
  | 'FailedRequests'
  /** Somebody was told no. */
  | 'Refusals'
  /** The channel message was updated. */
  | 'Publishes'
  /** A publisher found nothing to update. */
  | 'UnchangedPublishes'
  /** Slack answered 429. */
  | 'RateLimited'
  /** A publish that failed for another reason, and is retried. */
  | 'PublishFailures'
  /** Slack takes no more updates for a message. */
  | 'Detached';

export interface Metrics {
  count(name: MetricName): void;
}
