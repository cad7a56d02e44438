import { INVALID_TOKEN } from '../../src/ports/chat.ts';
import type { Finding } from '../finding.ts';

/** What a function answers to `{ doctor: true }`; see handlers/lambda/doctor.ts. */
export interface Examined {
  call: string;
  ms: number;
  error?: string;
}

/** Slower than this in a warm function, a click may miss Slack's three seconds: it makes three such calls. */
const SLOW = 500;

/** What Slack waits for an acknowledgement. */
const SLACK_WAITS = 3000;

export function checkFunction(name: string, examined: readonly Examined[] | string): Finding[] {
  if (typeof examined === 'string') {
    const todo = `Look at the log of ${name}`;
    return [{ what: `${name} does not answer (${examined})`, why: 'Groom does nothing', todo }];
  }
  return examined.flatMap(({ call, ms, error }): Finding[] => {
    // What is wrong with the token, and which scopes it lacks, doctor's own `auth.test` says at once.
    if (error === 'missing_scope' || INVALID_TOKEN.some((one) => one === error)) return [];
    if (error !== undefined) {
      const why = `what ${name} needs it for fails`;
      const todo = call.includes(':') ? 'Deploy again, and look at its role' : 'Look at the app in Slack';
      return [{ what: `${name} can’t do ${call} (${error})`, why, todo }];
    }
    if (ms <= SLOW) return [];
    const why = 'clicks may miss Slack’s three seconds';
    const todo =
      'Run doctor again; if it stays so, deploy nearer, or look at the status pages of AWS and Slack';
    return [{ what: `${call} takes ${name} ${ms} ms`, why, todo }];
  });
}

/** `ms`: from a request to the answer of a function that had to be started for it. */
export function checkColdStart(ms: number): Finding[] {
  if (ms < SLACK_WAITS) return [];
  return [
    {
      what: `A cold start of slack takes ${ms} ms`,
      why: 'Slack gives the first tap after a pause up after 3,000 ms',
      todo: 'Deploy with --param keepWarm=true, or with more memory',
    },
  ];
}
