import type { Finding } from '../finding.ts';

/** How the address answers to requests of three kinds: their HTTP status, or why there is none. */
export interface FrontDoorFacts {
  signed: number | string;
  unsigned: number | string;
  old: number | string;
}

export function checkFrontDoor({ signed, unsigned, old }: FrontDoorFacts): Finding[] {
  const findings: Finding[] = [];
  if (signed !== 200) {
    findings.push({
      what: `A signed request is answered with ${signed}`,
      why: 'Slack’s own are, too',
      todo: 'Store the signing secret that Slack shows under Basic Information, and wait a minute',
    });
  }
  for (const [kind, status] of Object.entries({ 'An unsigned': unsigned, 'An old': old })) {
    if (status === 401) continue;
    const why = 'anybody could pretend to be Slack';
    findings.push({
      what: `${kind} request is answered with ${status} instead of 401`,
      why,
      todo: 'Deploy again',
    });
  }
  return findings;
}
