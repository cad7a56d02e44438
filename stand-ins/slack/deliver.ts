import { createHmac } from 'node:crypto';
import { type Json, parseObject } from './blockkit/json.ts';
import type { Core } from './core.ts';

/** How the app took a request. */
export interface Delivery {
  /** HTTP status; 0 when no answer came in time, or no connection. */
  status: number;
  /** Milliseconds until the answer. */
  ackMs: number;
  body: string;
  /** The code Slack shows when the app did not acknowledge. */
  failure?: 'operation_timeout' | 'dispatch_failed';
}

export interface RawRequest {
  body: string;
  headers: Record<string, string>;
}

const FORM = 'application/x-www-form-urlencoded';

/**
 * The headers of a genuine request from Slack.
 * @param seconds epoch seconds; now if absent
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signedHeaders(
  core: Core,
  body: string,
  seconds?: number,
  type = FORM,
): Record<string, string> {
  const timestamp = String(seconds ?? Math.floor(core.clock.now() / 1000));
  const hmac = createHmac('sha256', core.signingSecret).update(`v0:${timestamp}:${body}`);
  return {
    'Content-Type': type,
    'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'X-Slack-Request-Timestamp': timestamp,
    'X-Slack-Signature': `v0=${hmac.digest('hex')}`,
  };
}

/** Signs a form and delivers it. Interactions travel as JSON in the field `payload`. */
export async function deliverForm(
  core: Core,
  name: string,
  fields: Record<string, string>,
): Promise<Delivery> {
  const body = new URLSearchParams(fields).toString();
  const request = fields.payload === undefined ? fields : parseObject(fields.payload);
  return deliverLogged(core, name, { body, headers: signedHeaders(core, body) }, request);
}

/**
 * Signs an event and delivers it, as JSON. Where the app fails, Slack tries again: at once, after a minute and
 * after five. Here only the first of these happens.
 * @see https://docs.slack.dev/apis/events-api#retries
 */
export async function deliverEvent(core: Core, name: string, envelope: Json): Promise<Delivery> {
  const body = JSON.stringify(envelope);
  const headers = signedHeaders(core, body, undefined, 'application/json');
  const delivery = await deliverLogged(core, name, { body, headers }, envelope);
  if (delivery.failure === undefined) return delivery;
  const reason = delivery.failure === 'operation_timeout' ? 'http_timeout' : 'http_error';
  const retry = { 'X-Slack-Retry-Num': '1', 'X-Slack-Retry-Reason': reason };
  return deliverLogged(core, name, { body, headers: { ...headers, ...retry } }, envelope);
}

/** Delivers any request, genuine or not, and notes it in the journal. */
export async function deliverLogged(
  core: Core,
  name: string,
  raw: RawRequest,
  request: unknown,
): Promise<Delivery> {
  const at = core.clock.now();
  const delivery = await deliver(core, raw);
  core.journal.addTraffic({
    at,
    direction: 'to app',
    name,
    outcome: delivery.failure === 'operation_timeout' ? delivery.failure : String(delivery.status),
    ms: delivery.ackMs,
    request,
    response: parseObject(delivery.body) ?? delivery.body,
  });
  core.changed();
  return delivery;
}

/** Slack waits three seconds, once: interactions are never retried. */
async function deliver(core: Core, { body, headers }: RawRequest): Promise<Delivery> {
  if (core.deliverTo === undefined) throw new Error('The app has no Request URL yet: set slack.deliverTo');
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  const signal = AbortSignal.timeout(core.ackTimeoutMs);
  try {
    const response = await fetch(core.deliverTo, { method: 'POST', headers, body, signal });
    const text = await response.text();
    const answer: Delivery = { status: response.status, ackMs: elapsed(), body: text };
    return response.status === 200 ? answer : { ...answer, failure: 'dispatch_failed' };
  } catch {
    const failure = signal.aborted ? 'operation_timeout' : 'dispatch_failed';
    return { status: 0, ackMs: elapsed(), body: '', failure };
  }
}
