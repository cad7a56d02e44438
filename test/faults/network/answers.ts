import type { Answer } from './proxy.ts';

export type Service = 'DynamoDB' | 'SQS' | 'Slack';

const AWS_THROTTLES = {
  DynamoDB: {
    type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  },
  SQS: { type: 'com.amazonaws.sqs#RequestThrottled', message: 'Rate exceeded.' },
};

/** How each service says no. */
export const refusals = {
  /** @param retryAfter seconds; AWS names none */
  throttled(service: Service, retryAfter: number): Answer {
    if (service === 'Slack') {
      return json(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(retryAfter) });
    }
    const { type, message } = AWS_THROTTLES[service];
    return json(400, { __type: type, message });
  },

  error(service: Service): Answer {
    if (service === 'Slack') return json(500, { ok: false, error: 'internal_error' });
    return json(500, { __type: 'InternalServerError', message: 'Internal server error.' });
  },
};

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}
