import { createHmac } from 'node:crypto';
import type { FrontDoorFacts } from './checks/front-door.ts';

/** Slack refuses to be older than this, and so do we. */
const TOO_OLD = 10 * 60;

/** Knocks at the address as Slack does, and as Slack doesn't. */
export async function readFrontDoor(address: string, signingSecret: string): Promise<FrontDoorFacts> {
  const now = Math.floor(Date.now() / 1000);
  const [good, unsigned, old] = await Promise.all([
    knockSigned(address, signingSecret),
    knock(address, {}),
    knock(address, signature(signingSecret, now - TOO_OLD)),
  ]);
  return { signed: good, unsigned, old };
}

/** The HTTP status, or why there is none. */
export const knockSigned = (address: string, signingSecret: string): Promise<number | string> =>
  knock(address, signature(signingSecret, Math.floor(Date.now() / 1000)));

/** Nothing comes of it: nobody listens to such an event. */
const BODY = JSON.stringify({ type: 'event_callback', doctor: true });

/** https://docs.slack.dev/authentication/verifying-requests-from-slack. `at`: in seconds since the epoch. */
const signature = (signingSecret: string, at: number) => ({
  'X-Slack-Request-Timestamp': String(at),
  'X-Slack-Signature': `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:${BODY}`).digest('hex')}`,
});

async function knock(address: string, headers: Record<string, string>): Promise<number | string> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: BODY,
      signal: AbortSignal.timeout(10_000),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    return response.status;
  } catch (error) {
    return error instanceof Error ? error.name : 'nothing';
  }
}
