import type { Finding } from '../finding.ts';

/** A queue's attributes, by SQS's own names, and `maxReceiveCount` of its redrive policy. */
export type QueueFacts = Readonly<Record<string, string>>;

const WHY: Record<string, string> = {
  FifoQueue: 'two publishers may be at one session',
  VisibilityTimeout: 'a session’s jobs may be handed out twice, or wait too long after a crash',
  ContentBasedDeduplication: 'EventBridge Scheduler can’t send deadlines to it',
  MessageRetentionPeriod: 'what was given up is gone before anybody looks',
  maxReceiveCount: 'a job that always throws is given up too early, or never',
};

/** Compares a queue with what serverless.yml says of it. */
export function checkQueue(name: string, facts: QueueFacts, expected: QueueFacts): Finding[] {
  return Object.entries(expected).flatMap(([attribute, value]) => {
    if (facts[attribute] === value) return [];
    return {
      what: `${name} has ${attribute} ${facts[attribute] ?? 'unset'} instead of ${value}`,
      why: WHY[attribute] ?? 'somebody has changed it by hand',
      todo: 'Deploy again',
    };
  });
}

/** What lies in a dead-letter queue. */
export function checkDeadLetters(name: string, { ApproximateNumberOfMessages = '0' }: QueueFacts): Finding[] {
  if (ApproximateNumberOfMessages === '0') return [];
  return [
    {
      what: `${ApproximateNumberOfMessages} messages lie in ${name}`,
      why: 'what they were to do has not been done',
      todo: 'Look at docs/operations.md, What tells you',
    },
  ];
}

/** What connects the queue with `publish`. */
export interface EventSourceFacts {
  /** Absent if there is none. */
  state?: string;
  /** Why it is in that state, in AWS’s words. */
  reason?: string;
  batchSize?: number;
  responseTypes?: readonly string[];
  maximumConcurrency?: number;
}

export function checkEventSource(facts: EventSourceFacts, expectedBatch: number): Finding[] {
  const { state, reason, batchSize, responseTypes = [], maximumConcurrency } = facts;
  if (state !== 'Enabled') {
    const because = reason === undefined ? '' : ` (${reason})`;
    const what = `The event source of publish is ${state ?? 'missing'}${because}`;
    const todo = state === undefined ? 'Deploy again' : 'Enable it in Lambda, under Triggers of publish';
    return [{ what, why: 'no message in Slack changes any more', todo }];
  }
  const findings: Finding[] = [];
  const add = (what: string, why: string) =>
    findings.push({ what: `The event source of publish ${what}`, why, todo: 'Deploy again' });
  if (batchSize !== expectedBatch) {
    const why = 'jobs of many sessions at once take longer';
    add(`brings ${batchSize ?? 'no'} jobs at a time instead of ${expectedBatch}`, why);
  }
  if (!responseTypes.includes('ReportBatchItemFailures')) {
    add('takes no partial failures', 'one failed job brings back all those that came with it');
  }
  if (maximumConcurrency === undefined) {
    const why = 'publish may take the concurrency that slack needs for its three seconds';
    add('has no maximum concurrency', why);
  }
  return findings;
}
