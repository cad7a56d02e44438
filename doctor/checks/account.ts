import type { Finding } from '../finding.ts';

/** How much the account may do, and who hears of trouble. */
export interface AccountFacts {
  /** Lambda functions at once, in the whole region. */
  concurrency: number;
  /** Of them, what the template gives to `publish`. */
  publishConcurrency: number;
  /** Calls of GetParameter(s) a second. */
  ssmThroughput?: number;
  /** Who gets the alarms; `PendingConfirmation` until they have said yes. */
  alarms: readonly { endpoint: string; arn: string }[];
}

/** So many are free for `slack`, at least. */
const FOR_SLACK = 10;
/** SSM's default. */
const SSM_DEFAULT = 40;

export function checkAccount(facts: AccountFacts): Finding[] {
  const { concurrency, publishConcurrency, ssmThroughput = SSM_DEFAULT, alarms } = facts;
  const findings: Finding[] = [];
  if (concurrency - publishConcurrency < FOR_SLACK) {
    findings.push({
      what: `Lambda runs ${concurrency} functions at once here, and ${publishConcurrency} of them may be publish`,
      why: 'when many people tap at once, Slack’s three seconds pass before slack gets a turn',
      todo: 'Ask AWS for more under Service Quotas, AWS Lambda, Concurrent executions',
    });
  }
  if (ssmThroughput < SSM_DEFAULT) {
    findings.push({
      what: `SSM answers ${ssmThroughput} calls a second`,
      why: 'functions that start at the same time wait for their secrets',
      todo: 'Turn on higher throughput in the Parameter Store’s settings',
    });
  }
  if (alarms.length === 0) {
    const why = 'nobody hears when Groom is in trouble';
    findings.push({ what: 'No address gets the alarms', why, todo: 'Deploy with --param alarmEmail=…' });
  }
  for (const { endpoint, arn } of alarms) {
    if (!arn.startsWith('Pending')) continue;
    const why = 'AWS sends it nothing until then';
    const todo = 'Click the link in the message that AWS has sent there';
    findings.push({ what: `${endpoint} has not confirmed that it wants alarms`, why, todo });
  }
  return findings;
}
