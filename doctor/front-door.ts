import { createHmac } from 'node:crypto';
import type { FrontDoorFacts } from './checks/front-door.ts';

/** Slack refuses to be older than this, and so do we. */
const TOO_OLD = 10 * 60;

/** Knocks at the address as Slack does, and as Slack doesn't. Nothing comes of any of it: nobody listens to such an event. */
export async function readFrontDoor(address: string, signingSecret: string): Promise<FrontDoorFacts> {
  const body = JSON.stringify({ type: 'event_callback', doctor: true });
  const now = Math.floor(Date.now() / 1000);
  const signed = (at: number) => ({
    'X-Slack-Request-Timestamp': String(at),
    'X-Slack-Signature': `v0=${createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex')}`,
  });
  const [good, unsigned, old] = await Promise.all([
    knock(address, body, signed(now)),
    knock(address, body, {}),
    knock(address, body, signed(now - TOO_OLD)),
  ]);
  return { signed: good, unsigned, old };
}

async function knock(
  address: string,
  body: string,
  headers: Record<string, string>,
): Promise<number | string> {
  try {
    const signal = AbortSignal.timeout(10_000);
    const init = {
      method: 'POST',
      body,
      signal,
      headers: { 'Content-Type': 'application/json', ...headers },
    };
    return (await fetch(address, init)).status;
  } catch (error) {
    return error instanceof Error ? error.name : 'nothing';
  }
}
