import type { Metrics } from '../../src/ports/metrics.ts';

const NAMESPACE = 'Groom';

/**
 * Counts in CloudWatch's embedded metric format: a log line that CloudWatch turns into a metric, so that
 * counting costs no request. By hand, because it is one line; a library would be half as large as our own code.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function createMetrics(service: string): Metrics {
  return {
    count(name) {
      const metric = {
        Namespace: NAMESPACE,
        Dimensions: [['service']],
        Metrics: [{ Name: name, Unit: 'Count' }],
      };
      const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metric] }, service, [name]: 1 };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    },
  };
}
