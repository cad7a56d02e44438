import type { Finding } from '../finding.ts';

/** A secret in the Parameter Store. */
export interface ParameterFacts {
  secret: 'signing secret' | 'bot token';
  path: string;
  /** Absent if there is none. */
  type?: string;
  value?: string;
}

/** https://docs.slack.dev/authentication/tokens, https://docs.slack.dev/authentication/verifying-requests-from-slack */
const FORM = { 'signing secret': /^[0-9a-f]{32}$/, 'bot token': /^xoxb-[\w-]+$/ };
const LOOKS = { 'signing secret': '32 hexadecimal digits', 'bot token': 'a text that begins with xoxb-' };

/** Whether a secret is there, kept as one, and looks like one. Never says what it is. */
export function checkParameter({ secret, path, type, value }: ParameterFacts): Finding[] {
  const store = `Store it with aws ssm put-parameter --type SecureString --overwrite --name ${path}`;
  if (value === undefined) {
    return [{ what: `There is no ${secret} at ${path}`, why: 'Groom can’t start without it', todo: store }];
  }
  const findings: Finding[] = [];
  if (type !== 'SecureString') {
    const why = 'whoever may read parameters can read it';
    findings.push({ what: `The ${secret} at ${path} is a ${type}`, why, todo: store });
  }
  const trimmed = value.trim();
  if (trimmed !== value) {
    const what = `The ${secret} at ${path} begins or ends with a line break or a space`;
    findings.push({ what, why: 'Groom leaves that out, but whatever else reads it may not', todo: store });
  }
  if (!FORM[secret].test(trimmed)) {
    const what = `What is stored at ${path} is no ${secret}, which is ${LOOKS[secret]}`;
    findings.push({ what, why: 'Slack will refuse it', todo: store });
  }
  return findings;
}
