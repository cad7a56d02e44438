import type { Finding } from '../finding.ts';

/** How much the account may do, and who hears of trouble. */
export interface AccountFacts {
  /** Lambda functions at once, of all that are not promised a share of their own. */
  concurrency: number;
  /** Of them, what the event source gives to `publish`; absent if it takes all it can. */
  publishConcurrency?: number;
  /** Whether the Parameter Store answers more than the usual 40 calls a second. */
  isParameterStoreFast: boolean;
  /** Who gets the alarms; `PendingConfirmation` until they have said yes. */
  alarms: readonly { endpoint: string; arn: string }[];
}

/** So many are free for `slack`, at least. */
const FOR_SLACK = 10;
/** https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm */
const USUAL_SSM_CALLS = 40;

export function checkAccount(facts: AccountFacts): Finding[] {
  const { concurrency, publishConcurrency = 0, isParameterStoreFast, alarms } = facts;
  const findings: Finding[] = [];
  if (concurrency - publishConcurrency < FOR_SLACK) {
    findings.push({
      what: `Lambda runs ${concurrency} functions at once here, and ${publishConcurrency} of them may be publish`,
      why: 'when many people tap at once, Slack’s three seconds pass before slack gets a turn',
      todo: 'Ask AWS for more under Service Quotas, AWS Lambda, Concurrent executions',
    });
  }
  if (!isParameterStoreFast && concurrency > USUAL_SSM_CALLS) {
    findings.push({
      what: `SSM answers ${USUAL_SSM_CALLS} calls a second, and Lambda may start ${concurrency} functions at once`,
      why: 'each reads its secrets, so if more people than that tap at once after a pause, the last are answered late',
      todo: 'Where that happens, turn on higher throughput in the Parameter Store’s settings, which costs a little',
      isNote: true,
    });
  }
  if (alarms.length === 0) {
    const why = 'nobody hears when Groom is in trouble';
    findings.push({ what: 'No address gets the alarms', why, todo: 'Deploy with --param alarmEmail=…' });
  }
  for (const { endpoint, arn } of alarms) {
    if (arn !== 'PendingConfirmation') continue;
    const why = 'AWS sends it nothing until then';
    const todo = 'Click the link in the message that AWS has sent there';
    findings.push({ what: `${endpoint} has not confirmed that it wants alarms`, why, todo });
  }
  return findings;
}
