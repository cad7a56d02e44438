import type { Finding } from '../finding.ts';

/** A queue's attributes, by SQS's own names. */
export type QueueFacts = Readonly<Record<string, string>>;

/** Compares a queue with what serverless.yml says of it. `why` is by attribute, where it has a consequence of its own. */
export function checkQueue(name: string, facts: QueueFacts, expected: QueueFacts): Finding[] {
  return Object.entries(expected).flatMap(([attribute, value]) => {
    if (facts[attribute] === value) return [];
    return {
      what: `The queue ${name} has ${attribute} ${facts[attribute] ?? 'unset'} instead of ${value}`,
      why: WHY[attribute] ?? 'somebody has changed it by hand',
      todo: 'Deploy again',
    };
  });
}

const WHY: Record<string, string> = {
  FifoQueue: 'two publishers may be at one session',
  VisibilityTimeout: 'a session’s jobs may be handed out twice, or wait too long after a crash',
  ContentBasedDeduplication: 'EventBridge Scheduler can’t send deadlines to it',
  MessageRetentionPeriod: 'what was given up is gone before anybody looks',
};

/** What lies in a dead-letter queue. */
export function checkDeadLetters(name: string, { ApproximateNumberOfMessages = '0' }: QueueFacts): Finding[] {
  if (ApproximateNumberOfMessages === '0') return [];
  return [
    {
      what: `${ApproximateNumberOfMessages} messages lie in ${name}`,
      why: 'what they were to do has not been done',
      todo: 'Look at docs/operations.md, Dead letters',
    },
  ];
}

/** What connects the queue with `publish`. */
export interface EventSourceFacts {
  /** Absent if there is none. */
  state?: string;
  batchSize?: number;
  responseTypes?: readonly string[];
  maximumConcurrency?: number;
}

export function checkEventSource(facts: EventSourceFacts): Finding[] {
  const { state, responseTypes = [], maximumConcurrency } = facts;
  if (state !== 'Enabled') {
    const what = `The event source of publish is ${state ?? 'missing'}`;
    const todo = state === undefined ? 'Deploy again' : 'Enable it in Lambda, under Triggers of publish';
    return [{ what, why: 'no message in Slack changes any more', todo }];
  }
  const findings: Finding[] = [];
  if (!responseTypes.includes('ReportBatchItemFailures')) {
    const why = 'one failed job brings back all those that came with it';
    const what = 'The event source of publish takes no partial failures';
    findings.push({ what, why, todo: 'Deploy again' });
  }
  if (maximumConcurrency === undefined) {
    const why = 'publish may take the concurrency that slack needs for its three seconds';
    findings.push({
      what: 'The event source of publish has no maximum concurrency',
      why,
      todo: 'Deploy again',
    });
  }
  return findings;
}
